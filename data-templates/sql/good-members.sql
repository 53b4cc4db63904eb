-- good-members: đảng viên hoàn thành tốt nhiệm vụ trở lên. / Members graded good or excellent.
-- Trên số đảng viên được xếp loại của chi bộ thôn. / Of the graded members of village cells.
SELECT
    u.path AS unit,
    g.year AS year,
    CAST(SUM(CASE WHEN g.grade IN ('excellent', 'good') THEN g.members ELSE 0 END) AS BIGINT) AS numerator,
    CAST(SUM(g.members) AS BIGINT) AS denominator
FROM grades g
JOIN units c ON c.unit_id = g.unit_id
JOIN unit_above b ON b.unit_id = g.unit_id
JOIN units u ON u.unit_id = b.above_id
WHERE c.village_cell
GROUP BY u.path, g.year
ORDER BY unit, year
