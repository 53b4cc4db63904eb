//! What may stand for an event of a member, and for what goes with it.

use super::MemberEvent;
use crate::{
    cli::choice::Choice,
    lang::Words,
    records::{member::Leaving, role::Role, status::Reason},
};

pub(super) const EVENTS: &[Choice<MemberEvent>] = &[
    Choice::new(
        "admit",
        MemberEvent::Admit,
        Words::new("kết nạp, hoặc nơi khác chuyển đến (--admitted)", "admitted, or come from elsewhere (--admitted)"),
    ),
    Choice::new("official", MemberEvent::Official, Words::new("công nhận chính thức", "becomes an official member")),
    Choice::new(
        "transfer",
        MemberEvent::Transfer,
        Words::new("chuyển sinh hoạt đi; ngày là ngày cuối ở chi bộ", "moves away; the day is the last in the cell"),
    ),
    Choice::new(
        "exempt",
        MemberEvent::Exempt,
        Words::new("miễn công tác và sinh hoạt; có --until là tạm miễn", "exempt; for a time with --until"),
    ),
    Choice::new(
        "return",
        MemberEvent::Return,
        Words::new("thôi miễn, đi xa về, chuyển về; từ ngày này", "takes part again, or comes back, from the day on"),
    ),
    Choice::new("away", MemberEvent::Away, Words::new("sinh hoạt tạm thời nơi khác", "away for a time")),
    Choice::new("suspend", MemberEvent::Suspend, Words::new("đình chỉ sinh hoạt", "suspended")),
    Choice::new(
        "leave",
        MemberEvent::Leave,
        Words::new("ra khỏi Đảng hoặc từ trần (--leaving)", "leaves the Party, or dies (--leaving)"),
    ),
    Choice::new(
        "elect",
        MemberEvent::Elect,
        Words::new(
            "bầu giữ chức vụ (--as); bí thư cũ thôi từ hôm trước",
            "elected to a role (--as); the former secretary leaves it",
        ),
    ),
    Choice::new(
        "appoint",
        MemberEvent::Appoint,
        Words::new("được chỉ định giữ chức vụ (--as)", "appointed to a role (--as)"),
    ),
    Choice::new(
        "relieve",
        MemberEvent::Relieve,
        Words::new("thôi giữ chức vụ; ngày là ngày cuối", "gives up a role; the day is the last in it"),
    ),
    Choice::new("forget", MemberEvent::Forget, Words::new("xóa tên khỏi names.csv", "takes the name out of names.csv")),
];

pub(super) const REASONS: &[Choice<Reason>] = &[
    Choice::new("age", Reason::Age, Words::new("tuổi cao", "age")),
    Choice::new("illness", Reason::Illness, Words::new("ốm đau", "illness")),
    Choice::new("work-away", Reason::WorkAway, Words::new("làm ăn xa", "work away")),
    Choice::new("study", Reason::Study, Words::new("đi học", "study")),
    Choice::new("maternity", Reason::Maternity, Words::new("thai sản", "maternity")),
    Choice::new("abroad", Reason::Abroad, Words::new("ra nước ngoài", "abroad")),
    Choice::new("other", Reason::Other, Words::new("khác", "other")),
];

pub(super) const LEAVINGS: &[Choice<Leaving>] = &[
    Choice::new("struck-off", Leaving::StruckOff, Words::new("xóa tên", "struck off")),
    Choice::new("expelled", Leaving::Expelled, Words::new("khai trừ", "expelled")),
    Choice::new("resigned", Leaving::Resigned, Words::new("xin ra", "resigned")),
    Choice::new("died", Leaving::Died, Words::new("từ trần", "died")),
];

pub(super) const ROLES: &[Choice<Role>] = &[
    Choice::new("secretary", Role::Secretary, Words::new("bí thư", "secretary")),
    Choice::new("deputy-secretary", Role::DeputySecretary, Words::new("phó bí thư", "deputy secretary")),
    Choice::new("committee", Role::Committee, Words::new("chi ủy viên", "committee member")),
];
