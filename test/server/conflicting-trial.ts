// A protocol in which nobody can qualify for one of two cohorts, and what mends it.

/** E-1 excludes what I-1 requires, for SLE; RA can enrol. */
export const CONFLICTING = `protocol Trial "A trial" {
  age from 18 years
  timeline screening, infusion
  assessed screening
}

cohort SLE "Systemic lupus erythematosus" with SLE
cohort RA "Rheumatoid arthritis" with rheumatoid arthritis

include I-1 "Kidney function" {
  creatinine <= 1.5 mg/dL
}

exclude E-1 "Low creatinine" for SLE {
  creatinine <= 2 mg/dL
}
`;

export const MENDED = CONFLICTING.replace('creatinine <= 2', 'creatinine > 2');
