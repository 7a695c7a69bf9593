"""Reads the calendars of a private address with python3-caldav: once, and again for each line that it is sent."""

import json
import sys

import caldav


def told(event):
    component = event.icalendar_instance.walk("VEVENT")[0]
    return [str(component["UID"]), str(component["SUMMARY"]), str(component["STATUS"])]


def tell(value):
    print(json.dumps(value), flush=True)


url, password = sys.argv[1:]
client = caldav.DAVClient(url, username="anybody", password=password)
calendars = client.principal().calendars()
programme = next(each for each in calendars if each.url.path.endswith("/programme/"))
known = programme.objects_by_sync_token(load_objects=True)
tell({"calendars": [each.name for each in calendars], "entries": sorted(map(told, programme.events()))})
for _ in sys.stdin:
    updated, deleted = known.sync()
    tell(
        {
            "updated": sorted(map(told, updated)),
            "deleted": len(deleted),
            "entries": sorted(map(told, programme.events())),
        }
    )
