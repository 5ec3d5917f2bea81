"""Says of each instance, one a line, whether the schema of its kind accepts it."""

import json
import pathlib
import sys

from jsonschema import Draft7Validator

schemas = {}
for kind in ("agent", "map", "glue"):
    path = pathlib.Path(sys.argv[1], f"{kind}.schema.json")
    schema = json.loads(path.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    schemas[kind] = Draft7Validator(schema)
for line in pathlib.Path(sys.argv[2]).read_text("ascii").split("\n"):
    if line:
        instance = json.loads(line)
        valid = schemas[instance["kind"]].is_valid(instance["json"])
        print("accepts" if valid else "rejects")
