// The part of ClinicalTrials.gov's study record (API v2) that eligibility criteria fill.

/** `protocolSection`, its modules and members in the order and spelling of the API; what is not known is left out. */
export interface StudyRecord {
    protocolSection: {
        identificationModule: IdentificationModule;
        sponsorCollaboratorsModule?: { leadSponsor: { name: string } };
        conditionsModule?: { conditions: string[] };
        designModule?: { phases: RegistryPhase[] };
        eligibilityModule: EligibilityModule;
    };
}

export interface IdentificationModule {
    /** NCT and eight digits. */
    nctId?: string;
    orgStudyIdInfo?: { id: string };
    secondaryIdInfos?: { id: string }[];
    organization?: { fullName: string };
    briefTitle?: string;
    officialTitle?: string;
    acronym?: string;
}

export interface EligibilityModule {
    /** CommonMark. */
    eligibilityCriteria: string;
    healthyVolunteers?: boolean;
    sex: 'ALL' | 'FEMALE' | 'MALE';
    /** "18 Years". */
    minimumAge?: string;
    maximumAge?: string;
    stdAges: StandardAge[];
}

export type RegistryPhase = 'NA' | 'EARLY_PHASE1' | 'PHASE1' | 'PHASE2' | 'PHASE3' | 'PHASE4';
/** Up to 17, 18 to 64, and from 65 years. */
export type StandardAge = 'CHILD' | 'ADULT' | 'OLDER_ADULT';
