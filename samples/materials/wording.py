"""How a date is printed on different papers. What is not YYYY-MM-DD (a placeholder, a date in other words)
is printed as it stands: a case may say exactly what an applicant typed."""
from datetime import date


def _parts(text):
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day.year, day.month, day.day


def chinese(text):
    """2023年3月20日"""
    parts = _parts(text)
    return "{}年{}月{}日".format(*parts) if parts else text


def chinese_padded(text):
    """2023年03月20日, as the platform prints it"""
    parts = _parts(text)
    return "{}年{:02}月{:02}日".format(*parts) if parts else text
