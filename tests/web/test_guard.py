"""The guard denies what carries no mark."""

from tests.page_client import PageClient


def test_the_front_door_shows_a_stranger_the_public_register(client: PageClient) -> None:
    page = client.get("/")

    assert "Informasi yang Dikecualikan" in page.text


def test_the_tasks_send_a_stranger_to_sign_in(client: PageClient) -> None:
    response = client.get("/tugas", status=303)

    assert response.location == "/masuk?next=/tugas"
