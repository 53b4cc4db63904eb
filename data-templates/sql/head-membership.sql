-- head-membership: trưởng thôn là đảng viên. / Village heads who are members.
-- Trưởng thôn đang giữ chức vào ngày lấy số liệu của năm, ở thôn còn tồn tại ngày ấy.
-- The heads in post on the year's reference day, of villages that are there on that day.
WITH heads AS (
    SELECT
        o.unit_id,
        y.year,
        CASE WHEN o.member_since <= y.reference_on THEN 1 ELSE 0 END AS is_member
    FROM officials o
    CROSS JOIN years y
    JOIN lives l
        ON l.unit_id = o.unit_id
       AND l.since <= y.reference_on
       AND (l.until IS NULL OR l.until >= y.reference_on)
    WHERE o.post = 'head'
      AND o.sound
      AND o.since <= y.reference_on
      AND (o.until IS NULL OR o.until >= y.reference_on)
)
SELECT
    u.path AS unit,
    h.year AS year,
    CAST(SUM(h.is_member) AS BIGINT) AS numerator,
    CAST(COUNT(*) AS BIGINT) AS denominator
FROM heads h
JOIN unit_above b ON b.unit_id = h.unit_id
JOIN units u ON u.unit_id = b.above_id
GROUP BY u.path, h.year
ORDER BY unit, year
