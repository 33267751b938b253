"""Mails that come in, as other servers write them: delivery reports and automatic answers. All invented."""


def report(action: str = "failed", status: str = "5.1.1", said: str = "550 5.1.1 no such user") -> bytes:
    """Return a delivery report (RFC 3464) on a letter."""
    return (
        "From: MAILER-DAEMON@far.example\r\nTo: bounce@tracker.example\r\nSubject: Undelivered mail\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour letter could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; far.example\r\n\r\n"
        f"Final-Recipient: rfc822; lima@posts.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        + (f"Diagnostic-Code: smtp; {said}\r\n" if said else "")
        + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Lima: Report\r\n\r\n--b--\r\n"
    ).encode()


def vacation(words: str = "I am away until Monday.") -> bytes:
    """Return an automatic answer."""
    return (
        "From: lima@posts.example\r\nSubject: Automatic reply\r\nAuto-Submitted: auto-replied (vacation)\r\n"
        f"\r\n{words}\r\n"
    ).encode()


def mail(words: str = "Done, see our telegram.", subject: str = "Re: Report") -> bytes:
    """Return a mail that a person wrote."""
    return f"From: lima@posts.example\r\nSubject: {subject}\r\n\r\n{words}\r\n".encode()
