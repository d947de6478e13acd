Q = ["quiet"]
