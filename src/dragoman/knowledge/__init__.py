"""What the reader knows of the world: tables of facts that name no language of the text."""
