"""Reads every FOLDER/*.graphml with NetworkX and writes what it saw as a JSON object on stdout: for
each file its nodes, those that only enclose others, and its edges, each as one text."""

import json
import pathlib
import sys
import warnings

import networkx

warnings.simplefilter("error")

NODE = ["kind", "group", "namespace", "name", "health", "missing", "unknown", "synthetic"]
EDGE = ["relation", "category", "state", "inferred", "optional"]


def line(first, attributes, names):
    return " | ".join([*first, *(str(attributes.get(name, "")) for name in names)])


def read(file):
    graph = networkx.read_graphml(file, force_multigraph=True)
    if not graph.is_directed():
        raise ValueError("not directed")
    nodes, frames = [], []
    for node, attributes in graph.nodes(data=True):
        if attributes.get("container"):
            frames.append(attributes["namespace"])
        else:
            nodes.append(line([node], attributes, NODE))
    edges = [
        line([source, target], attributes, EDGE)
        for source, target, attributes in graph.edges(data=True)
    ]
    return {"nodes": nodes, "frames": frames, "edges": edges}


def main(folder):
    seen = {}
    for file in sorted(pathlib.Path(folder).glob("*.graphml")):
        try:
            seen[file.name] = read(file)
        except Exception as error:
            seen[file.name] = {"error": repr(error)}
    json.dump(seen, sys.stdout)


main(sys.argv[1])
