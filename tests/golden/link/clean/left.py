import right
flag = True
