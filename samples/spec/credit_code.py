"""Invented 统一社会信用代码 with the right check characters, and with wrong ones on purpose.

GB 32100 takes the weighted sum of 17 characters modulo 31; inside, positions 9 to 17 are the body's own
code, whose last character checks the eight before it modulo 11 (GB 11714)."""
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def body_check(eight):
    total = sum(int(c, 36) * w for c, w in zip(eight, BODY_WEIGHTS))
    return "0123456789X0"[11 - total % 11]


def credit_code(region, eight, wrong_body=False, wrong_check=False, kind="51"):
    """Registrar and class (51: civil affairs, association) + six digits of a region + a body code + the check character."""
    body = eight + body_check(eight)
    if wrong_body:
        body = eight + ("1" if body[-1] != "1" else "2")
    code = kind + region + body
    check = (31 - sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code)) % 31) % 31
    return code + ALPHABET[(check + 1) % 31 if wrong_check else check]
