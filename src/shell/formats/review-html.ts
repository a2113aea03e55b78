/** The page for reviewing: all that it does is in its bundle, so that a policy without inline scripts and styles can hold. */
export const REVIEW_PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="same-origin">
<title>kehoach</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/review.css">
<script src="/assets/review.js" defer></script>
</head>
<body>
<div id="page"></div>
<noscript>Trang này cần JavaScript. This page needs JavaScript.</noscript>
</body>
</html>
`;
