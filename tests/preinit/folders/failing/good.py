LOG = ["good"]
