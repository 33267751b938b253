"""Whole cables around one sentence: a heading and a body in which it stands as the second paragraph."""

TO_POSTS = "R 101500Z MAR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nAMEMBASSY RIGA\nUSSOUTHCOM MIAMI FL\nUNCLAS STATE 958001\n"
BODY = "\nE.O. 12958: N/A\nTAGS: PREL, NO\nSUBJECT: FJORDS\n\n1. The fjord is calm.\n\n2. {sentence}\n"
