# Exact betweenness by igraph's C core, for `jejak bench brokers`.
# Arguments: file of edges (one "a b" a line), number of vertices, file to write the scores to.
# Each line read from standard input is one round; its seconds are written as one line.
import sys
import time

try:
    import igraph
except ImportError:
    sys.exit("igraph is not installed for this Python")

with open(sys.argv[1]) as edges:
    ties = [tuple(map(int, line.split())) for line in edges]
network = igraph.Graph(n=int(sys.argv[2]), edges=ties)
print("igraph " + igraph.__version__, flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    scores = network.betweenness()
    print(time.perf_counter() - begin, flush=True)
    with open(sys.argv[3], "w") as out:
        out.writelines("%r\n" % score for score in scores)
