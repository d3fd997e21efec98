"""validate.py SCHEMA LIST: checks the JSON files named in LIST, one a line, against a JSON Schema; prints what is
wrong where, and ends with 1 if anything is."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
validator.check_schema(schema)
with open(sys.argv[2], encoding="utf-8") as file:
    paths = file.read().splitlines()
wrong = 0
for path in paths:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in validator.iter_errors(document):
        wrong += 1
        print(f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
sys.exit(1 if wrong or not paths else 0)
