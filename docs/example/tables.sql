-- Targets of public plans in SQLite:
--   npx kehoach export --format sqlite --out plans.sqlite
--   sqlite3 plans.sqlite < tables.sql

-- How many targets each province sets in each area. A plan that came in several forms is counted once.
SELECT p.label_en AS province, a.label_en AS area, count(*) AS targets
FROM targets t
JOIN provinces p ON p.code = t.province_code AND p."set" = t.province_set
LEFT JOIN areas a ON a.code = t.area
WHERE t.status = 'target'
  AND t.document NOT IN (SELECT document FROM relations WHERE kind = 'same-plan')
GROUP BY p.label_en, a.label_en
ORDER BY p.label_en, targets DESC;

-- What provinces aim at where they measure alike: same measure, unit and due year.
SELECT i.label_en AS measure, t.unit, substr(t.deadline_end, 1, 4) AS due, p.label_en AS province,
  t.comparator, t.value, t.value_max, t.quote
FROM targets t
JOIN indicators i ON i.code = t.indicator_code
JOIN provinces p ON p.code = t.province_code AND p."set" = t.province_set
WHERE t.kind = 'quantified' AND t.status = 'target'
  AND t.document NOT IN (SELECT document FROM relations WHERE kind = 'same-plan')
ORDER BY measure, t.unit, due, province;

-- Which bodies lead the most tasks.
SELECT g.label_vi, g.label_en, count(*) AS tasks
FROM assignments s
JOIN agencies g ON g.code = s.agency
WHERE s.role = 'lead' AND s.task IS NOT NULL
  AND s.document NOT IN (SELECT document FROM relations WHERE kind = 'same-plan')
GROUP BY g.code
ORDER BY tasks DESC, g.code;
