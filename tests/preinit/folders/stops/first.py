A = ["first"]
