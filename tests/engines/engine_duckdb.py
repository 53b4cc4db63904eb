"""An export in DuckDB: the tables are made by schema.sql, keys and references among them, and filled from the files."""

import json

import duckdb

NAME = f"DuckDB {duckdb.__version__}"


class Tables:
    def __init__(self, connection):
        self.connection = connection

    def query(self, sql):
        return self.connection.execute(sql).fetchall()


def load(directory):
    connection = duckdb.connect()
    connection.execute((directory / "schema.sql").read_text())
    package = json.loads((directory / "datapackage.json").read_text())
    for resource in package["resources"]:
        table = resource["path"].split(".")[0]
        connection.execute(f"COPY {table} FROM '{directory / resource['path']}' (FORMAT csv, HEADER)")
    return Tables(connection)
