// A small protocol that uses most constructs of the language: the start-up snapshot is taken after it was compiled once.

export const WARM_UP_SAMPLE = `
protocol Sample "A sample" {
  registry NCT00000000; version "1"; phase 1/2; sex all; healthy volunteers no
  age from 18 years to 75 years
  timeline consent, screening, infusion
  assessed screening
}
cohort SLE "Systemic lupus erythematosus" with SLE
cohort RA "Rheumatoid arthritis" with rheumatoid arthritis
declare psoriasis is a systemic autoimmune disease
define progressive ILD {
  has interstitial lung disease
  statement "It is progressive"
}
for SLE {
  include A-1 "Disease" {
    wording "Fulfils the criteria, with an antibody"
    meets EULAR-ACR-2019-SLE
    any of { anti-dsDNA, anti-Sm } positive at screening
    BILAG is A in at least 1 of { any BILAG organ system except { musculoskeletal, mucocutaneous } } at screening
    inadequate response to at least 2 of { azathioprine, any JAK inhibitor } each used for at least 3 months
  }
}
include A-2 "Activity" for RA {
  any of { all of { swollen joint count >= 3, tender joint count >= 3 }, progressive ILD }
  inadequate response or intolerance to at least 1 of { any csDMARD }
  if female and childbearing potential { pregnancy test negative at screening }
  agrees to "use contraception" from screening until 24 months after infusion
  judgement "Can take part" by investigator
  ANC >= 1500 /mm3
  all of { AST, ALT } <= 5 x ULN
  neuropathy is grade >= 2 in CTCAE
  ( systolic blood pressure - diastolic blood pressure ) > 40 mmHg
}
exclude E-1 "Other diseases" {
  rationale "They confound"
  has any systemic autoimmune disease other than the index disease except { 'type 1 diabetes', celiac disease }
  had "clinically significant" CNS pathology within 12 months before screening
  any of { urine protein > 4 g/24 h; creatinine clearance < 30 mL/min by Cockcroft-Gault } within 8 weeks before screening
  creatinine > case { age from 12 to under 18 years and male: 1.3 mg/dL; otherwise: 1.2 mg/dL }
  used before infusion { rituximab: within 6 months; any JAK inhibitor: within the longer of 1 week or 5 half-lives }
  at least 6 months since stroke or never
  FVC falls by >= 10 % relative from baseline over 6 months
  platelets < 100 x 10^9/L on at least 2 occasions at least 4 hours apart
  dose of glucocorticoid > 30 mg/day of prednisone or equivalent
  unspecified "The list is missing"
}
patient "One" in SLE { age = 30 years; female; anti-dsDNA positive; nothing else; expect eligible }
`;
