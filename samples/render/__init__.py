"""From blocks (what stands on the paper) to bytes (DOCX, PDF, XLSX, PNG, JPEG), the same bytes each run."""
