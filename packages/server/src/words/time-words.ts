// What the words of windows, anchors and durations mean.

export const TIME_WORDS: Readonly<Record<string, string>> = {
    within: 'At any time from so long before (or after) the point up to the point; both ends count.',
    before: 'Earlier than the point. After a duration: counted back from the point.',
    after: 'Later than the point. After a duration: counted on from the point.',
    around: 'So long before the point to so long after it.',
    at: 'At the point itself.',
    'at or before': 'At the point or earlier.',
    'at or after': 'At the point or later.',
    'at each of': 'At every one of these points, each by itself.',
    during: 'In the course of the visit or period.',
    since: 'From the point on; or, with a duration, how long ago it was.',
    until: 'Up to the point.',
    between: 'From one distance or point to the other; both ends count.',
    'or never': 'Participants who never had it qualify too.',
    'sustained for': 'It held without a break for so long.',
    'the longer of': 'Whichever of the two durations is longer.',
    'the shorter of': 'Whichever of the two durations is shorter.',
    'diagnosis of': 'Counts from when it was diagnosed.',
    'start of': 'Counts from when it was started.',
    'first dose of': 'Counts from the first dose of the drug.',
    'last dose of': 'Counts from the last dose of the drug.',
};
