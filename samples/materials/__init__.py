"""From facts to papers: one module a kind of material, and the table of them.

A maker takes the facts of a dossier (spec/good.py, as changed by a case) and gives a Paper. It says
what a real applicant's paper says, in our own words, and nothing is decided here.
"""
from .application_form import application_form
from .notes import implementation, innovation, patent_disclosure, review_notice
from .platform_page import platform_list, platform_page, platform_picture
from .procedure import procedure
from .self_score import self_score
from .standard_text import standard_text

MAKERS = {
    "application-form": application_form,
    "self-score": self_score,
    "procedure": procedure,
    "standard-text": standard_text,
    "platform-screenshot": platform_page,
    "innovation": innovation,
    "patent-disclosure": patent_disclosure,
    "implementation": implementation,
    # not materials of the programme, but papers that may lie in a dossier
    "platform-list": platform_list,
    "platform-picture": platform_picture,
    "review-notice": review_notice,
}
