"""Settings of the mail server are read from the environment, and what is wrong is named at once."""

import pytest

from ppid.settings import Settings, WrongSettings, load_settings

SERVER = {"SMTP_HOST": "smtp.contoh.invalid", "MAIL_FROM": "register@contoh.invalid"}
LOGIN = {"SMTP_USER": "nama", "SMTP_PASSWORD": "kata-rahasia-99"}


def test_without_a_host_no_mail_is_sent() -> None:
    assert not load_settings({}).sends_mail


def test_a_server_needs_no_more_than_host_and_sender() -> None:
    settings = load_settings(SERVER)

    assert settings.sends_mail
    assert (settings.smtp_port, settings.smtp_security) == (587, "starttls")


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"SMTP_HOST": "smtp contoh"}, "SMTP_HOST"),
        ({"SMTP_PORT": "lima"}, "SMTP_PORT"),
        ({"SMTP_PORT": "70000"}, "SMTP_PORT"),
        ({"SMTP_SECURITY": "ssl"}, "SMTP_SECURITY"),
        ({"MAIL_FROM": "Register <register@contoh.invalid>"}, "MAIL_FROM"),
        ({"MAIL_FROM": "a@contoh.invalid\nBcc: b@contoh.invalid"}, "MAIL_FROM"),
        ({"MAIL_FROM": ""}, "MAIL_FROM"),
        ({"SMTP_USER": "nama"}, "SMTP_PASSWORD"),
        ({"SMTP_PASSWORD": "kata-rahasia-99"}, "SMTP_USER"),
        ({**LOGIN, "SMTP_SECURITY": "none"}, "SMTP_SECURITY"),
    ],
)
def test_what_is_wrong_is_named_at_start(wrong: dict[str, str], named: str) -> None:
    with pytest.raises(WrongSettings) as refusal:
        load_settings(SERVER | wrong)

    assert named in refusal.value.message
    assert "kata-rahasia-99" not in refusal.value.message


def test_everything_wrong_is_named_at_once() -> None:
    with pytest.raises(WrongSettings) as refusal:
        load_settings({"SMTP_HOST": "smtp.contoh.invalid", "SMTP_PORT": "x", "PORT": "y"})

    assert all(name in refusal.value.message for name in ("SMTP_PORT", "PORT: ", "MAIL_FROM"))


def test_a_password_may_go_unencrypted_to_this_machine_alone() -> None:
    near = SERVER | LOGIN | {"SMTP_HOST": "127.0.0.1", "SMTP_SECURITY": "none"}

    assert load_settings(near).smtp_user == "nama"


def test_the_password_does_not_show_when_settings_are_printed() -> None:
    assert "kata-rahasia-99" not in repr(Settings(smtp_password="kata-rahasia-99"))
