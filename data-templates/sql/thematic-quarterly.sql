-- thematic-quarterly: chi bộ sinh hoạt chuyên đề mỗi quý. / Cells with a thematic meeting each quarter.
-- Cần kế hoạch chuyên đề đã thông qua, và mỗi quý đến hạn một cuộc họp chuyên đề hoặc kết hợp.
-- It takes an adopted plan of themes, and a thematic or combined meeting in each due quarter.
WITH themes AS (
    SELECT DISTINCT
        unit_id,
        CONCAT(CAST(year AS VARCHAR(4)), '-Q', CAST(EXTRACT(QUARTER FROM held_on) AS VARCHAR(1))) AS period
    FROM meetings
    WHERE counts AND kind IN ('thematic', 'combined')
),
cells AS (
    SELECT
        d.unit_id,
        d.year,
        SUM(CASE WHEN t.period IS NULL THEN 1 ELSE 0 END) AS missing,
        SUM(CASE WHEN t.period IS NULL AND d.doubtful THEN 1 ELSE 0 END) AS in_doubt
    FROM due d
    LEFT JOIN themes t ON t.unit_id = d.unit_id AND t.period = d.period
    WHERE d.kind = 'quarter'
    GROUP BY d.unit_id, d.year
),
judged AS (
    SELECT
        c.unit_id,
        c.year,
        CASE WHEN c.missing = 0 AND y.thematic_plan_on <= r.reference_on THEN 1 ELSE 0 END AS has_all
    FROM cells c
    JOIN years r ON r.year = c.year
    LEFT JOIN cell_years y ON y.unit_id = c.unit_id AND y.year = c.year
    WHERE c.in_doubt = 0 AND NOT COALESCE(y.thematic_plan_doubtful, FALSE)
)
SELECT
    u.path AS unit,
    j.year AS year,
    CAST(SUM(j.has_all) AS BIGINT) AS numerator,
    CAST(COUNT(*) AS BIGINT) AS denominator
FROM judged j
JOIN unit_above b ON b.unit_id = j.unit_id
JOIN units u ON u.unit_id = b.above_id
GROUP BY u.path, j.year
ORDER BY unit, year
