STATE = []
def run():
    import helper
    helper.use(STATE)
    return STATE
run()
