# SPDX-License-Identifier: MIT
# A battery-powered sensor node with simulated hardware: runs ten minutes of its life and reports.
import config
import report
from node import Node


def main():
    node = Node("sensor node 7")
    node.run(config.RUN_SECONDS)
    for line in report.lines(node):
        print(line)


if __name__ == "__main__":
    main()
