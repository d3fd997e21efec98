"""What the good dossiers of the 2023 call's programmes have in common. All names, numbers and persons are invented;
only the recommending authority is one of the real provincial ones, because quotas are counted by province."""
AS_OF = "2023-08-15"  # the call's deadline

COMMITMENT = "本单位对所提交的申报材料的真实性、合法性负责，如有不实，愿承担相应责任。"
CLEAN = "近三年未发生过违法、失信、重大（质量、安全、环保等）责任事故。"

FACTS = {
    "representative": "顾清和",
    "address": "示例市示例区青砚路1号",
    "contact": "许未晞",
    "phone": "0000-00000000",
    "email": "standard@example.org",
    "recommender": "福建省市场监督管理局",
    "filled": "2023-07-20",
    "commitment": COMMITMENT,
    "conduct": "",
    "applicant_label": "申报单位",
    "letter_date": "2023-08-08",
    "roster": (),
    "list_name": "推荐汇总表",
    "statement_says": f"本单位{CLEAN}未列入严重违法失信名单。特此声明。",
    "font": "",
}

MATERIALS = {maker: maker for maker in ("application-form", "recommendation-letter", "recommendation-list",
                                        "certificate", "acceptance", "statement", "policy-support")}

FORM = "01 申报书/{}"
SENT_ALONG = (
    ("recommendation-letter", "02 推荐材料/推荐公函", "pdf"),
    ("recommendation-list", "02 推荐材料/推荐汇总表", "xlsx"),
)

FINDINGS = {
    "material.application-form": "pass",
    "file.readable": "pass",
    "copies.agree": "notApplicable",
    "form.required-fields": "pass",
    "form.uscc-valid": "pass",
    "form.sealed": "review",  # nothing in a text says it; a stamped scan does
    "form.commitment": "pass",
    "date.by-deadline": "pass",
    "letter.sealed": "review",
    "conduct.stated": "pass",
    "credit.checked": "review",  # only a person can decide
}
