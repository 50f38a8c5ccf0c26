// The words by which protocols leave a decision to somebody, and by which they say on what it rests.

const WHO =
    '(?:investigator|sub-?investigator|researcher|physician|doctor|clinician|rheumatologist|nephrologist|h(?:a)?ematologist|neurologist|cardiologist|radiologist|pathologist|psychiatrist|specialist|sponsor|medical monitor|committee|evaluator|assessor)s?';

const NAMES_WHO = new RegExp(`\\b${WHO}\\b`, 'i');

const LEAVES_DECISION = new RegExp(
    [
        `\\b(?:in|at|by|per|based on) (?:the )?(?:opinion|judge?ment|view|discretion|assessment|evaluation) of\\b`,
        `\\b${WHO}(?:['’]s?)? (?:clinical )?(?:opinion|judge?ment|discretion|view)\\b`,
        `\\b(?:judged|deemed|considered|determined|believed|felt) (?:\\S+ ){0,4}?by (?:the |an |a )?(?:\\S+ )?${WHO}\\b`,
        `\\b(?:the|an|a) ${WHO} (?:considers|judges|deems|believes|feels|thinks|determines)\\b`,
        `\\bclinical judge?ment\\b`,
    ].join('|'),
    'i',
);

const GIVES_BASIS =
    /\b(?:based on|on the basis of|as (?:shown|documented|confirmed|evidenced|measured|determined|demonstrated|indicated|defined|assessed) by|(?:shown|documented|confirmed|evidenced|measured|demonstrated|supported) (?:by|on|in)|according to|defined (?:as|by)|such as|including|for example|for instance|using|on (?:imaging|biopsy|histology|HRCT|CT|MRI|ECG|echocardiography|examination))\b|\be\.?g\.?[ ,:]|\bi\.?e\.?[ ,:]|[<>≤≥]\s*\d/i;

/** Whether a text names the one who decides. */
export function namesWhoDecides(text: string): boolean {
    return NAMES_WHO.test(text);
}

/** Whether a text says that somebody's opinion decides. */
export function leavesDecision(text: string): boolean {
    return LEAVES_DECISION.test(text);
}

/** Whether a text says on what the decision rests: findings, examples, a definition, a limit. */
export function givesBasis(text: string): boolean {
    return GIVES_BASIS.test(text);
}
