from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey
from modules import from_base64url, modules_page, to_base64url
from playwright.sync_api import Browser, Page

LOCK = "([bytes, key]) => site.code.lock(site.toBytes(bytes), key)"
OPEN_EACH = """
    ([codes, keys]) => Promise.all(codes.map(async (code) => {
        const {bytes, ...rest} = await site.code.open(code, keys);
        return bytes ? {bytes: [...bytes]} : rest;
    }))
"""
FIND_AND_OPEN = """
    async ([text, keys]) => {
        const {codes} = site.codes.findCodes(text);
        const opened = await Promise.all(codes.map((code) => site.code.open(code, keys)));
        return opened.filter(({bytes}) => bytes).map(({bytes}) => [...bytes]);
    }
"""
LOCK_KEYS = "([keys, passphrase]) => site['teacher-keys'].lockKeys(keys, passphrase)"
UNLOCK_KEYS = "([text, passphrase]) => site['teacher-keys'].unlockKeys(text, passphrase)"
MAKE_KEY = "() => site['teacher-keys'].makeKey()"

HEADERS = [
    {"alg": "ECDH-ES", "enc": "A256GCM", "kid": ""},
    {"kid": "", "enc": "A256GCM", "alg": "ECDH-ES"},
    {"enc": "A256GCM", "kid": "", "alg": "ECDH-ES"},
]
PBES2, A256GCM = "PBES2-HS512+A256KW", "A256GCM"
PROPERTY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = "zes blauwe olifanten"


@pytest.fixture(scope="module")
def site(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with the modules at hand, one for all cases; nothing in it changes."""
    names = ("assign/code", "assign/codes", "assign/teacher-keys")
    with modules_page(browser, site_url, *names) as page:
        yield page


@pytest.fixture(scope="module")
def key() -> ECKey:
    """The key of a teacher, made by joserfc."""
    return ECKey.generate_key("P-256")


@pytest.fixture(scope="module")
def other_key() -> ECKey:
    """The key of another teacher."""
    return ECKey.generate_key("P-256")


def name_of(key: ECKey) -> str:
    """The name that codes call a key by."""
    return key.thumbprint()[:6]


def ring(*keys: ECKey) -> dict[str, Any]:
    """Private keys by name, as the page with results keeps them."""
    return {name_of(key): key.as_dict(private=True) for key in keys}


def lock(data: bytes, key: ECKey, header: dict[str, str] = HEADERS[0]) -> str:
    """A code as joserfc writes it."""
    return jwe.encrypt_compact(header | {"kid": name_of(key)}, data, key)


BYTES = some.binary(min_size=1, max_size=400)


@given(data=BYTES)
@PROPERTY
def test_joserfc_opens_what_the_browser_locked(site: Page, key: ECKey, data: bytes) -> None:
    """Another program opens a code of this site to the same bytes, and reads what it is."""
    code = site.evaluate(LOCK, [list(data), key.as_dict(private=False)])
    opened = jwe.decrypt_compact(code, key)
    assert data == opened.plaintext
    expected = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": name_of(key)}
    assert expected == {name: opened.protected[name] for name in expected}


@given(data=BYTES, header=some.sampled_from(HEADERS), around=some.text(max_size=20))
@PROPERTY
def test_the_browser_opens_what_joserfc_locked(
    site: Page, key: ECKey, data: bytes, header: dict[str, str], around: str
) -> None:
    """A code that another program wrote is found and opened, whatever order its header has."""
    text = around + lock(data, key, header) + around
    assert [list(data)] == site.evaluate(FIND_AND_OPEN, [text, ring(key)])


def test_a_key_of_the_browser_is_a_key_elsewhere(site: Page) -> None:
    """A key made here opens what another program locked with it, under the same name."""
    made = site.evaluate(MAKE_KEY)
    key = ECKey.import_key({"kty": "EC", "crv": "P-256", **{name: made[name] for name in "xyd"}})
    assert name_of(key) == made["name"]
    found = site.evaluate(OPEN_EACH, [[lock(b"gelukt", key)], {made["name"]: made}])
    assert [{"bytes": list(b"gelukt")}] == found


def test_no_two_keys_are_the_same(site: Page) -> None:
    """Each key is made anew."""
    names = {site.evaluate(MAKE_KEY)["name"] for _ in range(5)}
    assert 5 == len(names)


def joserfc_opens(code: str, key: ECKey) -> bytes | None:
    """What another program makes of a code."""
    try:
        return jwe.decrypt_compact(code, key).plaintext
    except (JoseError, ValueError, TypeError, KeyError):
        return None


@pytest.mark.parametrize("sign", ["A", "_", "0", ".", " "])
def test_one_changed_character_is_refused(site: Page, key: ECKey, sign: str) -> None:
    """A code with one character changed, at any place, is opened by nobody.

    Where a character holds bits that no byte has, another program does not look; we do.
    """
    data = b"een kort antwoord"
    code = lock(data, key)
    places = [at for at, was in enumerate(code) if was != sign]
    changed = [code[:at] + sign + code[at + 1 :] for at in places]
    found = site.evaluate(OPEN_EACH, [changed, ring(key)])
    assert {"damaged", "otherKey"} >= {one.get("wrong") for one in found}
    elsewhere = {joserfc_opens(one, key) for one in changed[:: 1 if sign == "A" else 7]}
    assert {None, data} >= elsewhere
    ends = {part_end(code, 2), part_end(code, 3), part_end(code, 4)}
    opened = [at for at, one in zip(places, changed, strict=True) if joserfc_opens(one, key)]
    assert set(opened) <= ends


def part_end(code: str, part: int) -> int:
    """The place of the last character of a part."""
    return len(".".join(code.split(".")[: part + 1])) - 1


@given(data=BYTES, place=some.integers(0, 10_000), sign=some.characters(codec="utf-8"))
@PROPERTY
def test_any_changed_character_is_refused(
    site: Page, key: ECKey, data: bytes, place: int, sign: str
) -> None:
    """Whatever a character becomes, a changed code is not opened."""
    code = lock(data, key)
    at = place % len(code)
    changed = code[:at] + sign + code[at + 1 :]
    found = site.evaluate(OPEN_EACH, [[changed], ring(key)])
    assert [{"bytes": list(data)}] == found if changed == code else found[0].get("wrong")


def test_a_cut_code_is_refused(site: Page, key: ECKey) -> None:
    """A code cut off anywhere is damaged, and nothing throws."""
    code = lock(b"antwoord", key)
    cuts = [code[:at] for at in range(len(code))]
    found = site.evaluate(OPEN_EACH, [cuts, ring(key)])
    assert {"damaged", "otherKey"} >= {one.get("wrong") for one in found}


def test_a_code_for_somebody_else(site: Page, key: ECKey, other_key: ECKey) -> None:
    """Who has another key is told so; who has both opens both."""
    codes = [lock(b"een", key), lock(b"twee", other_key)]
    one, two = {"bytes": list(b"een")}, {"bytes": list(b"twee")}
    wrong = {"wrong": "otherKey"}
    assert [one, wrong] == site.evaluate(OPEN_EACH, [codes, ring(key)])
    assert [wrong, two] == site.evaluate(OPEN_EACH, [codes, ring(other_key)])
    assert [wrong, wrong] == site.evaluate(OPEN_EACH, [codes, {}])
    assert [one, two] == site.evaluate(OPEN_EACH, [codes, ring(key, other_key)])


def test_a_key_under_the_name_of_another(site: Page, key: ECKey, other_key: ECKey) -> None:
    """A key that pretends to be the right one by its name opens nothing."""
    false = {name_of(key): other_key.as_dict(private=True)}
    found = site.evaluate(OPEN_EACH, [[lock(b"een", key)], false])
    assert [{"wrong": "damaged"}] == found


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", ""])
def test_a_name_that_is_no_key(site: Page, key: ECKey, name: str) -> None:
    """A name that JavaScript knows by itself is no key."""
    code = jwe.encrypt_compact({"alg": "ECDH-ES", "enc": "A256GCM", "kid": name}, b"een", key)
    assert [{"wrong": "otherKey"}] == site.evaluate(OPEN_EACH, [[code], ring(key)])


@pytest.mark.parametrize("alg, enc", [("ECDH-ES+A128KW", "A256GCM"), ("ECDH-ES", "A128GCM")])
def test_another_lock_is_refused(site: Page, key: ECKey, alg: str, enc: str) -> None:
    """Only the one way of locking is opened."""
    code = jwe.encrypt_compact({"alg": alg, "enc": enc, "kid": name_of(key)}, b"een", key)
    assert [{"wrong": "damaged"}] == site.evaluate(OPEN_EACH, [[code], ring(key)])


def kept(key: ECKey) -> dict[str, Any]:
    """A key as the teacher's browser keeps it."""
    return {name: key.as_dict(private=True)[name] for name in "xyd"} | {"made": 1_795_770_000}


@pytest.fixture(scope="module")
def backup(site: Page, key: ECKey, other_key: ECKey) -> str:
    """A copy of two keys behind a passphrase."""
    return str(site.evaluate(LOCK_KEYS, [[kept(key), kept(other_key)], WORDS]))


def test_joserfc_opens_the_copy_of_keys(backup: str, key: ECKey, other_key: ECKey) -> None:
    """Another program opens the copy with the passphrase: no key is lost with this site."""
    secret = OctKey.import_key(WORDS)
    opened = jwe.decrypt_compact(backup, secret, algorithms=[PBES2, A256GCM])
    assert [kept(key), kept(other_key)] == json.loads(opened.plaintext or b"")


def test_joserfc_refuses_another_passphrase(backup: str) -> None:
    """Another program does not open the copy with another passphrase."""
    secret = OctKey.import_key(WORDS.replace("z", "Z"))
    with pytest.raises(JoseError):
        jwe.decrypt_compact(backup, secret, algorithms=[PBES2, A256GCM])


def test_the_copy_of_keys_is_restored(
    site: Page, backup: str, key: ECKey, other_key: ECKey
) -> None:
    """The copy gives the keys back, also with text around it and spaces around the passphrase."""
    found = site.evaluate(UNLOCK_KEYS, [f"Bewaren!\n{backup}\n", f" {WORDS} "])
    keys = (key, other_key)
    assert [kept(one) | {"name": name_of(one)} for one in keys] == found


@pytest.mark.parametrize("passphrase", ["", "zes blauwe olifante", "Zes blauwe olifanten"])
def test_another_passphrase_gives_nothing(site: Page, backup: str, passphrase: str) -> None:
    """Another passphrase gives nothing, and nothing throws."""
    assert site.evaluate(UNLOCK_KEYS, [backup, passphrase]) is None


def test_a_changed_copy_gives_nothing(site: Page, backup: str) -> None:
    """A copy that was changed or cut, or that is none, gives nothing."""
    middle = len(backup) // 2
    other = "A" if backup[middle] != "A" else "B"
    for text in (backup[:middle] + other + backup[middle + 1 :], backup[:-30], "", "een.twee"):
        assert site.evaluate(UNLOCK_KEYS, [text, WORDS]) is None


def test_a_copy_that_holds_something_else(site: Page) -> None:
    """What another program locked with the passphrase, and is no list of keys, gives nothing."""
    header = {"alg": PBES2, "enc": A256GCM, "p2c": 1000}
    secret = OctKey.import_key(WORDS)
    for data in (b"{}", b"[]", b"[1]", b'[{"x":"a","y":"b"}]', b"\xff", b"null"):
        copy = jwe.encrypt_compact(header, data, secret, algorithms=[PBES2, A256GCM])
        assert site.evaluate(UNLOCK_KEYS, [copy, WORDS]) is None


def test_a_copy_that_takes_for_ever_is_refused(site: Page, backup: str) -> None:
    """A copy that asks for more rounds than there can be is refused at once."""
    head, *rest = backup.split(".")
    assert 300_000 == header_of(head)["p2c"]
    slow = encoded(header_of(head) | {"p2c": 2**31})
    assert site.evaluate(UNLOCK_KEYS, [".".join([slow, *rest]), WORDS]) is None


def header_of(part: str) -> dict[str, Any]:
    """The header that stands in the first part."""
    return dict(json.loads(from_base64url(part)))


def encoded(header: dict[str, Any]) -> str:
    """A header as a first part."""
    return to_base64url(json.dumps(header).encode())
