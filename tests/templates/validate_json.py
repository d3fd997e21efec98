#!/usr/bin/env python3
"""validate_json.py SCHEMA FILE…: prints each way in which a file breaks the schema; exit 1 if any does.

Needs Debian's python3-jsonschema. Used by the tests; handy by hand.
"""
import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(schema_path, *paths):
    schema = load(schema_path)
    draft = validator_for(schema, default=Draft202012Validator)
    draft.check_schema(schema)
    validator = draft(schema)
    broken = 0
    for path in paths:
        for error in validator.iter_errors(load(path)):
            broken += 1
            print(f"{path}: /{'/'.join(map(str, error.path))}: {error.message[:300]}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
