"""The guard denies what carries no mark."""

from tests.page_client import PageClient


def test_the_front_door_sends_a_stranger_to_sign_in(client: PageClient) -> None:
    response = client.get("/", status=303)

    assert response.location == "/masuk"
