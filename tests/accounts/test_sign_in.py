"""Signing in and out, as a person meets it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import SignInAttempt, User, UserSession
from ppid.accounts.passwords import hash_password
from ppid.audit.models import AuditRecord
from ppid.workflow.roles import Role
from tests.page_client import PageClient

RIGHT = {"username": "ppid", "password": "kata-sandi-benar"}
WRONG = {"username": "ppid", "password": "kata-sandi-salah"}


@pytest.fixture
def user(make_user: Callable[..., User]) -> User:
    made = make_user("ppid", Role.OFFICER)
    made.password_hash = hash_password("kata-sandi-benar")
    made.save()
    return made


def test_the_right_password_signs_in_and_leads_to_the_page_asked_for(
    client: PageClient, user: User
) -> None:
    response = client.post("/masuk", {**RIGHT, "next": "/akun"})

    assert response.location == "/akun"
    assert "Contoh ppid" in client.get("/akun").text


@pytest.mark.parametrize(
    "elsewhere", ["https://jahat.example/", "//jahat.example", "/\\jahat.example"]
)
def test_signing_in_never_leads_to_another_site(
    client: PageClient, user: User, elsewhere: str
) -> None:
    assert client.post("/masuk", {**RIGHT, "next": elsewhere}).location == "/"


def test_a_wrong_password_is_told_beside_the_field_and_the_name_is_kept(
    client: PageClient, user: User
) -> None:
    response = client.post("/masuk", WRONG, status=422)

    assert "tidak cocok" in response.text
    assert 'value="ppid"' in response.text


def test_after_five_wrong_passwords_even_the_right_one_must_wait(
    client: PageClient, user: User
) -> None:
    for _ in range(5):
        client.post("/masuk", WRONG, status=422)

    assert "15 menit" in client.post("/masuk", RIGHT, status=429).text


def test_after_a_quarter_of_an_hour_the_right_password_signs_in_again(
    client: PageClient, user: User
) -> None:
    for _ in range(5):
        client.post("/masuk", WRONG, status=422)
    SignInAttempt.update(at=clock.now() - timedelta(minutes=16)).execute()

    client.post("/masuk", RIGHT)


def test_an_address_that_tries_many_names_must_wait(client: PageClient, user: User) -> None:
    for number in range(30):
        SignInAttempt.create(username=f"x{number}", address="127.0.0.1", succeeded=False)

    client.post("/masuk", RIGHT, status=429)


def test_signing_out_ends_the_session_for_good(client: PageClient, user: User) -> None:
    client.post("/masuk", RIGHT)
    cookie = client.browser.get_cookie("ppid")
    assert cookie is not None
    client.post("/keluar")
    client.browser.set_cookie("ppid", cookie.value)

    assert "/masuk" in client.get("/akun", status=303).location


def test_the_table_of_sessions_holds_no_token_that_could_be_used(
    client: PageClient, user: User
) -> None:
    client.post("/masuk", RIGHT)
    with client.browser.session_transaction() as cookie:
        token = cookie["token"]

    assert UserSession.get().token_hash != token


def test_a_session_is_over_when_its_hours_are(client: PageClient, user: User) -> None:
    client.post("/masuk", RIGHT)
    client.get("/akun")
    UserSession.update(expires_at=clock.now() - timedelta(seconds=1)).execute()

    client.get("/akun", status=303)


def test_the_other_browsers_can_be_signed_out_and_this_one_stays(
    app: Flask, client: PageClient, user: User
) -> None:
    other = PageClient(app)
    for browser in (other, client):
        browser.post("/masuk", RIGHT)

    client.post("/akun/keluar-dari-perangkat-lain")

    client.get("/akun")
    assert "/masuk" in other.get("/akun", status=303).location


def test_a_disabled_user_cannot_sign_in(client: PageClient, user: User) -> None:
    user.disabled_at = clock.now()
    user.save()

    client.post("/masuk", RIGHT, status=422)


def test_the_cookie_is_closed_to_scripts_and_other_sites(client: PageClient, user: User) -> None:
    header = client.post("/masuk", RIGHT).headers["Set-Cookie"]

    assert "HttpOnly" in header
    assert "SameSite=Lax" in header


def test_outside_development_the_cookie_travels_only_encrypted(app: Flask, user: User) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True

    assert "Secure" in PageClient(app).post("/masuk", RIGHT).headers["Set-Cookie"]


def test_signing_in_and_failing_to_are_both_on_record(client: PageClient, user: User) -> None:
    client.post("/masuk", WRONG, status=422)
    client.post("/masuk", RIGHT)

    actions = [row.action for row in AuditRecord.select().order_by(AuditRecord.id)]
    assert actions == ["failed-sign-in", "signed-in"]


def test_htmx_is_led_out_of_the_page_when_the_session_is_over(client: PageClient) -> None:
    response = client.fragment("/akun")

    assert response.headers["HX-Redirect"].startswith("/masuk")


def test_a_password_made_by_the_admin_must_be_changed_first(client: PageClient, user: User) -> None:
    user.must_change_password = True
    user.save()
    client.post("/masuk", RIGHT)

    assert client.get("/", status=303).location == "/akun"
    client.get("/pengaturan/pengguna/", status=303)
    client.post("/akun", {"current": "kata-sandi-benar", "password": "kalimat baru saya"})
    client.get("/pengaturan/pengguna/", status=403)


def test_a_short_new_password_is_refused_and_the_old_one_stays(
    client: PageClient, user: User
) -> None:
    client.post("/masuk", RIGHT)
    answer = client.post("/akun", {"current": "kata-sandi-benar", "password": "pendek"}, status=422)

    assert "paling sedikit 10 huruf" in answer.text
