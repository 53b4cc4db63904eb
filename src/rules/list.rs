//! Every rule, by family and in order.

use crate::{
    lang::Words,
    rules::{
        Rule, absent_three_months, ambiguous_date, approved_before_signed, assessed_temporary, assessed_too_soon,
        assessed_while_exempt, assessment_missing, attendance_mark_missing, attendance_not_recorded,
        attendance_of_non_member, bad_unit_name, candidate_holds_role, cell_grade_missing, counts_differ_from_marks,
        counts_differ_from_roster, counts_do_not_add_up, csv_header, csv_row_length, csv_syntax, date_in_future,
        deputies_over_two, duplicate_id, duplicate_meeting, end_before_start, excused_in_a_row, explanation_expired,
        explanation_unused, file_name_mismatch, file_too_large, filed_figure_changed, goal_changed, grade_not_of_year,
        head_link_mismatch, interim_too_long, interval_reversed, intervals_overlap, mentor_not_member, missing_key,
        missing_marker, name_in_text, no_committee_meeting_before, not_carried, not_utf8, official_before_admitted,
        outside_membership, outside_unit_life, personal_number, plan_quarter_missing, probation_length,
        probation_overdue, reporting_missing, rolled_out_before_approved, secrecy_mark, short_meeting, signatory_left,
        status_expired, strength_below_three, symbolic_link, toml_syntax, two_heads, two_secretaries,
        two_thirds_needed, unclaimed_record, unknown_cell, unknown_file, unknown_key, unknown_member, unknown_official,
        unknown_rule, unknown_successor, unknown_village, unreadable_file, utf16, votes_exceed_present, wrong_value,
    },
};

/// Rules of one kind.
#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) name: Words,
    pub(crate) rules: &'static [&'static Rule],
}

/// Every rule, by family. Rules look in this order: one may leave alone what an earlier one has found.
pub(crate) static FAMILIES: &[Family] = &[
    Family {
        name: Words::new("đọc bản ghi", "reading"),
        rules: &[
            &ambiguous_date::RULE,
            &bad_unit_name::RULE,
            &csv_header::RULE,
            &csv_row_length::RULE,
            &csv_syntax::RULE,
            &file_name_mismatch::RULE,
            &file_too_large::RULE,
            &missing_key::RULE,
            &missing_marker::RULE,
            &not_utf8::RULE,
            &symbolic_link::RULE,
            &toml_syntax::RULE,
            &unclaimed_record::RULE,
            &unknown_file::RULE,
            &unknown_key::RULE,
            &unreadable_file::RULE,
            &utf16::RULE,
            &wrong_value::RULE,
        ],
    },
    Family {
        name: Words::new("dẫn chiếu", "references"),
        rules: &[
            &unknown_cell::RULE,
            &unknown_member::RULE,
            &unknown_official::RULE,
            &unknown_rule::RULE,
            &unknown_successor::RULE,
            &unknown_village::RULE,
        ],
    },
    Family {
        name: Words::new("mã và thời gian", "identity and time"),
        rules: &[
            &date_in_future::RULE,
            &duplicate_id::RULE,
            &interval_reversed::RULE,
            &intervals_overlap::RULE,
            &official_before_admitted::RULE,
            &outside_membership::RULE,
            &outside_unit_life::RULE,
        ],
    },
    Family {
        name: Words::new("đảng viên", "members"),
        rules: &[
            &candidate_holds_role::RULE,
            &probation_length::RULE,
            &probation_overdue::RULE,
            &status_expired::RULE,
            &strength_below_three::RULE,
        ],
    },
    Family {
        name: Words::new("chức vụ, chức danh", "roles and officials"),
        rules: &[
            &deputies_over_two::RULE,
            &head_link_mismatch::RULE,
            &interim_too_long::RULE,
            &mentor_not_member::RULE,
            &two_heads::RULE,
            &two_secretaries::RULE,
        ],
    },
    Family {
        name: Words::new("sinh hoạt", "meetings"),
        rules: &[
            &absent_three_months::RULE,
            &attendance_mark_missing::RULE,
            &attendance_not_recorded::RULE,
            &attendance_of_non_member::RULE,
            &counts_differ_from_marks::RULE,
            &counts_do_not_add_up::RULE,
            // After the rule whose errors it leaves alone.
            &counts_differ_from_roster::RULE,
            &duplicate_meeting::RULE,
            &end_before_start::RULE,
            &excused_in_a_row::RULE,
            &no_committee_meeting_before::RULE,
            &not_carried::RULE,
            &short_meeting::RULE,
            &two_thirds_needed::RULE,
            &votes_exceed_present::RULE,
        ],
    },
    Family {
        name: Words::new("quy chế phối hợp", "agreements"),
        rules: &[
            &approved_before_signed::RULE,
            &reporting_missing::RULE,
            &rolled_out_before_approved::RULE,
            &signatory_left::RULE,
        ],
    },
    Family {
        name: Words::new("năm công tác", "years"),
        rules: &[
            // First the grades that cannot be: of those the others say nothing.
            &grade_not_of_year::RULE,
            &assessed_temporary::RULE,
            &assessed_too_soon::RULE,
            &assessed_while_exempt::RULE,
            &assessment_missing::RULE,
            &cell_grade_missing::RULE,
            &plan_quarter_missing::RULE,
        ],
    },
    Family {
        name: Words::new("giải trình, thiết lập", "explanations and settings"),
        rules: &[
            &explanation_expired::RULE,
            &explanation_unused::RULE,
            &filed_figure_changed::RULE,
            &goal_changed::RULE,
        ],
    },
    Family {
        name: Words::new("bảo mật", "privacy"),
        rules: &[&name_in_text::RULE, &personal_number::RULE, &secrecy_mark::RULE],
    },
];
