# SPDX-License-Identifier: MIT
# json.dumps and json.loads of a small document.
import json

document = {"name": "node", "id": 7, "on": True, "limits": [1, 2.5, None], "place": {"x": -1, "y": 12}}
text = json.dumps(document)
print(text)
back = json.loads(text)
print(back == document, back["limits"], back["place"]["y"])
