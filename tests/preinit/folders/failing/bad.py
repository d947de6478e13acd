import good
good.LOG.append("bad starts")
raise ValueError("bad module")
