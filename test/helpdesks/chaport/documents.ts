const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%232f5bea'/%3E%3Cpath d='M9 10h14v9H15l-5 4v-4H9z' fill='%23fff'/%3E%3C/svg%3E";

/** The web app's one document; its script draws everything. */
export const appDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Chaport</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/emulator/chaport.css">
</head>
<body>
<div id="app"></div>
<script type="module" src="/emulator/chaport.js"></script>
</body>
</html>`;

/** The customer's chat window, which lives on the same host and must never be taken for the app. */
export const widgetDocument = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Chat with us</title></head>
<body class="chaport-inner-iframe">
<div id="chaport-messages"><p>Hi! How can we help?</p></div>
<div id="chaport-input-wrapper" class="input-empty">
<textarea id="chat-message-input" placeholder="Type a message"></textarea>
<button id="chat-file-button">File</button>
<button id="chaport-send-button">Send</button>
</div>
</body>
</html>`;
