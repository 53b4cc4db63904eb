-- attendance: đảng viên dự sinh hoạt chi bộ. / Members who attend.
-- Mọi cuộc họp được tính của chi bộ thôn; người được miễn hoặc đi xa mà đến thì tính ở cả tử số và mẫu số.
-- Every meeting that counts of a village cell; who is exempt or away and comes counts in both.
WITH counted AS (
    SELECT m.meeting_id, m.unit_id, m.year, m.roll, m.expected, m.present, m.excused, r.excused_in_base
    FROM meetings m
    JOIN units u ON u.unit_id = m.unit_id
    CROSS JOIN register r
    WHERE u.village_cell AND m.counts AND m.for_attendance AND m.roll <> 'none'
),
marked AS (
    SELECT
        c.unit_id,
        c.year,
        SUM(CASE WHEN a.mark IN ('x', 'm') THEN 1 ELSE 0 END) AS numerator,
        COUNT(*) AS denominator
    FROM counted c
    JOIN attendance a ON a.meeting_id = c.meeting_id
    WHERE (a.expected = 'y' AND (c.excused_in_base OR a.mark <> 'p'))
       OR (a.expected = 'c' AND a.mark IN ('x', 'm'))
    GROUP BY c.unit_id, c.year
),
totals AS (
    SELECT
        unit_id,
        year,
        SUM(present) AS numerator,
        SUM(expected - CASE WHEN excused_in_base THEN 0 ELSE excused END) AS denominator
    FROM counted
    WHERE roll = 'totals'
    GROUP BY unit_id, year
),
facts AS (
    SELECT unit_id, year, numerator, denominator FROM marked
    UNION ALL
    SELECT unit_id, year, numerator, denominator FROM totals
)
SELECT
    u.path AS unit,
    f.year AS year,
    CAST(SUM(f.numerator) AS BIGINT) AS numerator,
    CAST(SUM(f.denominator) AS BIGINT) AS denominator
FROM facts f
JOIN unit_above b ON b.unit_id = f.unit_id
JOIN units u ON u.unit_id = b.above_id
GROUP BY u.path, f.year
ORDER BY unit, year
