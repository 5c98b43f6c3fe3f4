"""What holds for all tests: only the shipped knowledge is read, whatever the developer keeps."""

import os

os.environ["DRAGOMAN_KNOWLEDGE"] = ""
