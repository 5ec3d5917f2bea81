"""{{summary.doc}}"""
