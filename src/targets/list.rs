//! Every target, by its id and in order.

use crate::targets::{
    Tally, Target, admission_gap, agreement_guidance, agreement_in_force_cell, agreement_in_force_village,
    agreement_review_commune, agreement_review_district, agreement_review_province, agreement_template,
    announced_in_advance, annual_training, attendance, attendance_by_cell, committee_complete, commune_report,
    commune_resolution, deputy_membership, discipline, district_plan, emulation_registered, excellent_cap,
    good_members, hcm_study, head_membership, head_reporting, inspection_programme, leadership_resolution,
    lower_grades_falling, meeting_order, meeting_steps, member_elected_head, mentor_assigned, monthly_briefing,
    monthly_meeting, monthly_resolution, no_hot_spot, no_weak_cell, rollout_2016, several_cells_coordinated,
    succession_planned, superior_attendance, task_assignment, thematic_areas, thematic_quarterly, theme_prepared,
    top_grade_cap, village_head_in_post, working_regulations,
};

/// Every target, those of the plan's Part 2-I first. Tallies are arrays in this order.
pub(crate) static TARGETS: [&Target; 47] = [
    &monthly_meeting::TARGET,
    &meeting_steps::TARGET,
    &working_regulations::TARGET,
    &leadership_resolution::TARGET,
    &thematic_quarterly::TARGET,
    &top_grade_cap::TARGET,
    &no_weak_cell::TARGET,
    &attendance::TARGET,
    &attendance_by_cell::TARGET,
    &task_assignment::TARGET,
    &good_members::TARGET,
    &excellent_cap::TARGET,
    &lower_grades_falling::TARGET,
    &admission_gap::TARGET,
    &agreement_in_force_village::TARGET,
    &agreement_in_force_cell::TARGET,
    &succession_planned::TARGET,
    &member_elected_head::TARGET,
    &head_membership::TARGET,
    &deputy_membership::TARGET,
    &discipline::TARGET,
    &meeting_order::TARGET,
    &thematic_areas::TARGET,
    &hcm_study::TARGET,
    &no_hot_spot::TARGET,
    &committee_complete::TARGET,
    &inspection_programme::TARGET,
    &monthly_resolution::TARGET,
    &monthly_briefing::TARGET,
    &head_reporting::TARGET,
    &mentor_assigned::TARGET,
    &several_cells_coordinated::TARGET,
    &superior_attendance::TARGET,
    &announced_in_advance::TARGET,
    &theme_prepared::TARGET,
    &emulation_registered::TARGET,
    &annual_training::TARGET,
    &village_head_in_post::TARGET,
    &commune_resolution::TARGET,
    &commune_report::TARGET,
    &agreement_review_commune::TARGET,
    &district_plan::TARGET,
    &rollout_2016::TARGET,
    &agreement_guidance::TARGET,
    &agreement_review_district::TARGET,
    &agreement_template::TARGET,
    &agreement_review_province::TARGET,
];

/// The tallies of one unit and year, one a target.
pub(crate) type Tallies = [Tally; TARGETS.len()];

/// The target of an id.
pub(crate) fn find(id: &str) -> Option<(usize, &'static Target)> {
    TARGETS.iter().copied().enumerate().find(|(_, target)| target.id == id)
}
