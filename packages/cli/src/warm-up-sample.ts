// A small protocol that uses most constructs of the language, with wordings of every kind that their check reads: the start-up snapshot is taken after it was checked once.

export const WARM_UP_SAMPLE = `
protocol Sample "A sample" {
  registry NCT00000000; version "1"; phase 1/2; sex all; healthy volunteers no
  age from 18 years to 75 years
  timeline consent, screening, baseline, infusion
  assessed screening
}
cohort SLE "Systemic lupus erythematosus" with SLE
cohort RA "Rheumatoid arthritis" with rheumatoid arthritis
cohort SSc with systemic sclerosis
declare psoriasis is a systemic autoimmune disease
define progressive ILD {
  has interstitial lung disease
  statement "It is progressive"
}
for SLE {
  include A-1 "Disease" {
    wording "1) Fulfils the 2019 classification criteria (EULAR/ACR), with ANA ≥ 1:80 or anti-dsDNA and/or anti-Sm positive at screening:"
    wording "(a) at least one BILAG “A” organ score, except musculoskeletal; no antibody (DM) other than the above."
    wording "Inadequate response to two (2) or more of the following treatments, each used for a minimum of 3 months: azathioprine, mycophenolate mofetil (MMF) or JAK inhibitors, e.g. baricitinib."
    short "SLE, 2 failed treatments"
    meets EULAR-ACR-2019-SLE
    any of { anti-dsDNA, anti-Sm } positive at screening
    BILAG is A in at least 1 of { any BILAG organ system except { musculoskeletal, mucocutaneous } } at screening
    inadequate response to at least 2 of { azathioprine, any JAK inhibitor } each used for at least 3 months
    note "The record names MMF, which the rule leaves out; 2 of 3 would be another reading."
  }
}
include A-2 "Activity" for RA {
  wording "i) Minimum of 3 SJC and 3 TJC on a 66/68 joint count, or progressive interstitial lung disease (ILD)."
  wording "ii) Inadequate response or intolerance to at least one csDMARD; twenty-four months' contraception after infusion for females of childbearing potential with a negative pregnancy test."
  wording "iii) ANC not less than 1500/mm3; AST and ALT no more than 5 x ULN; neuropathy grade 2 or higher (CTCAE version 5.0); pulse pressure greater than 40 mmHg (140/90 mmHg at most)."
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
include A-3 "Age and function" {
  wording "Adults aged between 18 and 75 years (inclusive); ≥ 18 and ≤ 75 years old at consent, or 12 years or older with assent."
  wording "Creatinine ≤ 1.5 mg/dL (133 µmol/L), eGFR over 60 mL/min/1.73 m2 by CKD-EPI, haemoglobin at least 8.0 g/dL, platelets ≥ 75 × 10^9/L, INR up to 1.5 times the upper limit of normal."
  wording "NYHA class III or IV is excluded; ECOG performance status 0-1, life expectancy longer than 6 (six) months and no fever (> 38.5 °C) in the past week."
  age >= 18 years at consent
  creatinine <= 1.5 mg/dL
  eGFR >= 60 mL/min/{1.73_m2} by CKD-EPI
  hemoglobin >= 8 g/dL
  platelets >= 75 x 10^9/L
  INR <= 1.5 x ULN
  ECOG <= 1
  statement "Life expectancy of more than 6 months"
}
include A-4 "Lungs" for SSc {
  wording "FVC 45-70% predicted or DLCO (corrected for hemoglobin) above 40%, decline in FVC of 10 % or more over 6 months; skin score (mRSS, 0 to 51) from 15 to 40 units; pain ≥ 4 cm on a 10-cm visual analog scale."
  any of {
    FVC from 45 to 70 % predicted
    DLCO > 40 % predicted
    FVC falls by >= 10 % relative from baseline over 6 months
  }
  mRSS from 15 to 40
}
exclude E-1 "Other diseases" {
  wording "Any other systemic autoimmune disease (such as multiple sclerosis, psoriasis, or inflammatory bowel disease); participants with type I diabetes mellitus or Celiac disease are not excluded."
  wording "Present or recent clinically significant CNS pathology within twelve months; proteinuria > 4 g per 24 hours, or UPCR exceeding 500 mg/g; creatinine clearance below 30 mL/min within the previous 8 weeks."
  wording "2. Prior rituximab within 6 months, or JAK inhibitors within 1 week or 5 half-lives before infusion, whichever is longer; stroke less than half a year ago; platelets < 100,000/µL on two occasions four hours apart."
  wording "Prednisone or equivalent in excess of 30 mg daily; elevated liver enzymes (> ULN); HIV, hepatitis B virus infection, hepatitis C, tuberculosis, or a history of malignancy (ICD-10 C00), see Section 5.2, Table 3."
  short "Other autoimmune disease, CNS disease in 12 months, rituximab in 6 months"
  rationale "They confound"
  has any systemic autoimmune disease other than the index disease except { 'type 1 diabetes', celiac disease }
  had "clinically significant" CNS pathology within 12 months before screening
  any of { urine protein > 4 g/24 h; creatinine clearance < 30 mL/min by Cockcroft-Gault } within 8 weeks before screening
  creatinine > case { age from 12 to under 18 years and male: 1.3 mg/dL; otherwise: 1.2 mg/dL }
  used before infusion { rituximab: within 6 months; any JAK inhibitor: within the longer of 1 week or 5 half-lives }
  at least 6 months since stroke or never
  platelets < 100 x 10^9/L on at least 2 occasions at least 4 hours apart
  dose of glucocorticoid > 30 mg/day of prednisone or equivalent
  has any of { HIV infection, hepatitis B, hepatitis C, "active" tuberculosis }
  had malignancy
  unspecified "The list is missing"
}
exclude E-2 "Readings" {
  wording "Overlap syndromes including, but not limited to, rheumatoid arthritis, scleroderma, and mixed connective tissue disease, are excluded."
  reading everybody "Said of every participant" { has any of { rheumatoid arthritis, systemic sclerosis, mixed connective tissue disease } }
  reading lupus "Said of lupus" for SLE { has systemic sclerosis }
}
patient "One" in SLE { age = 30 years; female; anti-dsDNA positive; nothing else; expect eligible }
`;
