print("second", __name__)
