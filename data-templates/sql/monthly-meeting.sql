-- monthly-meeting: chi bộ sinh hoạt thường kỳ hằng tháng. / Cells that meet every month.
-- Mỗi tháng đến hạn cần một cuộc họp thường kỳ hoặc kết hợp; trước 06/7/2018 họp chuyên đề cũng được (HD 09, HD 12).
-- Each due month needs a regular or combined meeting; before 2018-07-06 a thematic one serves as well.
WITH months AS (
    SELECT
        d.unit_id,
        d.year,
        d.doubtful,
        EXISTS (
            SELECT 1
            FROM meetings m
            WHERE m.unit_id = d.unit_id
              AND m.for_month = d.period
              AND m.counts
              AND (m.kind IN ('regular', 'combined') OR (m.kind = 'thematic' AND m.held_on < DATE '2018-07-06'))
        ) AS has_meeting
    FROM due d
    WHERE d.kind = 'month'
),
cells AS (
    SELECT
        unit_id,
        year,
        SUM(CASE WHEN has_meeting THEN 0 ELSE 1 END) AS missing,
        SUM(CASE WHEN NOT has_meeting AND doubtful THEN 1 ELSE 0 END) AS in_doubt
    FROM months
    GROUP BY unit_id, year
)
-- Chi bộ thiếu tháng mà có bản ghi lỗi có thể là cuộc họp đó thì để ngoài.
-- A cell that lacks a month for which a record with an error may stand is left out.
SELECT
    u.path AS unit,
    c.year AS year,
    CAST(SUM(CASE WHEN c.missing = 0 THEN 1 ELSE 0 END) AS BIGINT) AS numerator,
    CAST(COUNT(*) AS BIGINT) AS denominator
FROM cells c
JOIN unit_above b ON b.unit_id = c.unit_id
JOIN units u ON u.unit_id = b.above_id
WHERE c.in_doubt = 0
GROUP BY u.path, c.year
ORDER BY unit, year
