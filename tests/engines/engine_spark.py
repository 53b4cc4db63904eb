"""An export in Apache Spark: each file is a view whose columns have the types of datapackage.json."""

import json

import pyspark
from pyspark.sql import SparkSession

NAME = f"Spark {pyspark.__version__}"
TYPES = {"integer": "BIGINT", "string": "STRING", "date": "DATE", "boolean": "BOOLEAN"}


class Tables:
    def __init__(self, session):
        self.session = session

    def query(self, sql):
        return [tuple(row) for row in self.session.sql(sql).collect()]


def load(directory):
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    package = json.loads((directory / "datapackage.json").read_text())
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        schema = ", ".join(f"{field['name']} {TYPES[field['type']]}" for field in fields)
        rows = session.read.csv(str(directory / resource["path"]), schema=schema, header=True, escape='"')
        rows.createOrReplaceTempView(resource["path"].split(".")[0])
    return Tables(session)
