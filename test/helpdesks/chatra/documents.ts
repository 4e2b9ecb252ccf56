const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='16' fill='%23f0603c'/%3E%3Cpath d='M9 11h14v9H14l-4 4v-4H9z' fill='%23fff'/%3E%3C/svg%3E";

/** The agent app's one document; its script draws everything. */
export const appDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Chatra</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/emulator/chatra.css">
</head>
<body>
<div id="app"></div>
<script type="module" src="/emulator/chatra.js"></script>
</body>
</html>`;
