"""Keeps the calendars of a private address with Evolution's data server; tells what it has of them for each line that it is sent."""

import json
import sys
import threading

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
from gi.repository import ECal, EDataServer, GLib

USER = "anybody"
SECONDS = 30


def account_at(url):
    """An account as Evolution makes it: the registry of sources finds its calendars by itself."""
    account = EDataServer.Source.new(None, None)
    account.set_display_name("Corteo")
    authentication = account.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
    authentication.set_user(USER)
    authentication.set_method("plain/password")
    collection = account.get_extension(EDataServer.SOURCE_EXTENSION_COLLECTION)
    collection.set_backend_name("webdav")
    collection.set_identity(USER)
    collection.set_calendar_url(url)
    collection.set_calendar_enabled(True)
    collection.set_contacts_enabled(False)
    collection.set_mail_enabled(False)
    return account


def answer_with(password):
    """Gives the password where a person would be asked for it."""
    credentials = EDataServer.NamedParameters.new()
    credentials.set("username", USER)
    credentials.set("password", password)
    return lambda _, source, *why: source.invoke_authenticate(credentials, None, None)


def calendars_of(account):
    calendars = registry.list_sources(EDataServer.SOURCE_EXTENSION_CALENDAR)
    return [each for each in calendars if each.get_parent() == account.get_uid()]


def open_programme(calendars):
    for each in calendars:
        if each.get_display_name().endswith(": Programme"):
            return ECal.Client.connect_sync(each, ECal.ClientSourceType.EVENTS, SECONDS, None)
    return None


def told(component):
    title = component.get_summary().get_value()
    return [component.get_uid(), title, component.get_status().value_nick.upper()]


def entries_of(programme):
    programme.refresh_sync(None)
    _, components = programme.get_object_list_as_comps_sync("#t", None)
    return sorted(map(told, components))


url, password = sys.argv[1:]
registry = EDataServer.SourceRegistry.new_sync(None)
registry.connect("credentials-required", answer_with(password))
threading.Thread(target=GLib.MainLoop().run, daemon=True).start()
account = account_at(url)
registry.commit_source_sync(account, None)
programme = None
for _ in sys.stdin:
    calendars = calendars_of(account)
    programme = programme or open_programme(calendars)
    kept = {
        "calendars": sorted(each.get_display_name() for each in calendars),
        "readOnly": bool(programme and programme.is_readonly()),
        "entries": entries_of(programme) if programme else [],
    }
    print(json.dumps(kept), flush=True)
