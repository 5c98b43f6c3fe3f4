"""Letters over TLS: delivered to a server whose certificate is trusted, and to no other."""

import email
import socket
import ssl
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import policy

import pytest

pytest.importorskip("pydantic")
pytest.importorskip("aiosmtpd")
pytest.importorskip("cryptography", reason="certificates are made with cryptography")

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dragoman.alerts.channels import Mailing
from dragoman.alerts.settings import Smtp
from dragoman.store.opening import open_ledger
from dragoman.store.watchers import deliveries, webhooks
from tests.alerts.test_alerts import ARABIC, GHANA, NOW, naming, record, states, told, watching

# The server does not count TLS from the first byte as TLS.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


def certificate(folder, host):
    """A certificate for a host, signed by itself: the files of it and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / f"{host}.pem", folder / f"{host}.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


class Post:
    """A mail server that takes letters of who logs in over TLS."""

    def __init__(self):
        self.letters, self.logins = [], []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        assert server.transport.get_extra_info("ssl_object") is not None
        letter = email.message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append((envelope.mail_from, envelope.rcpt_tos, letter))
        return "250 taken"

    def login(self, server, session, envelope, mechanism, data):
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"s3cret", handled=False)


class Server(Controller):
    """A server at a port that is free."""

    def _trigger_server(self):
        """Calls at the port, without a word: the server is then known to run."""
        self.port = self.server.sockets[0].getsockname()[1]
        socket.create_connection(("127.0.0.1", self.port), 5).close()


@contextmanager
def serving(paths, security):
    post = Post()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*paths)
    secured = {"ssl_context": context} if security == "tls" else {
        "tls_context": context, "require_starttls": True,
    }  # fmt: skip
    controller = Server(
        post, hostname="127.0.0.1", port=0, authenticator=post.login, auth_required=True,
        auth_require_tls=security == "starttls", **secured,
    )  # fmt: skip
    controller.start()
    post.port = controller.port
    try:
        yield post
    finally:
        controller.stop()


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as found:
        told(found, "mailto:desk@hill.example")
        record(found, GHANA, "a")
        record(found, ARABIC, "b")
        yield found


def server(post, security, password="s3cret"):
    return Smtp("localhost", "dragoman@desk.example", post.port, "desk", password, security, 5)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_letter_is_delivered_over_tls(tmp_path, ledger, monkeypatch, security):
    paths = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(paths[0]))
    with serving(paths, security) as post:
        watching(ledger, Mailing(server(post, security), naming())).beat()
    ((sender, to, letter),) = post.letters
    assert (sender, to) == ("dragoman@desk.example", ["desk@hill.example"])
    assert "met her Kenyan counterpart" in letter.get_content()
    assert "استقبل وزير الخارجية الكويتي" in letter.get_content()
    assert post.logins == [(b"desk", b"s3cret")]
    assert states(ledger) == [("sent", 1), ("sent", 1)]


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("known", [False, True], ids=["unknown", "of another host"])
def test_a_server_that_cannot_show_who_it_is_gets_nothing(
    tmp_path, ledger, monkeypatch, security, known
):
    paths = certificate(tmp_path, "other.example" if known else "localhost")
    if known:
        monkeypatch.setenv("SSL_CERT_FILE", str(paths[0]))
    with serving(paths, security) as post:
        watching(ledger, Mailing(server(post, security), naming())).beat()
    assert (post.letters, post.logins) == ([], [])
    assert states(ledger) == [("waiting", 1), ("waiting", 1)]


def test_a_password_that_is_refused_loses_no_letter(tmp_path, ledger, monkeypatch):
    paths = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(paths[0]))
    with serving(paths, "starttls") as post:
        watching(ledger, Mailing(server(post, "starttls", "wrong"), naming())).beat()
        assert states(ledger) == [("waiting", 1), ("waiting", 1)]
        with ledger.read() as connection:
            (hook,) = webhooks(connection)
            assert "535" in deliveries(connection, hook.id)[0]["answer"]
        later = NOW + timedelta(hours=1)
        mended = Mailing(server(post, "starttls"), naming())
        watching(ledger, mended, clock=lambda: later).beat()
    assert len(post.letters) == 1
