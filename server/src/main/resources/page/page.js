"use strict";

// The token comes in the part of the address that no browser sends, is kept for this tab, and leaves
// the address bar. A new tab asks an open one for it.
const KEY = "kubilitics.token";
const CHANNEL = "kubilitics.token";
const SIBLING_MILLIS = 300;

const byId = (id) => document.getElementById(id);

function takeTokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token) {
    sessionStorage.setItem(KEY, token);
    history.replaceState(null, "", location.pathname);
  }
}

function answerSiblings() {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event) => {
    const token = sessionStorage.getItem(KEY);
    if (event.data.ask && token) {
      channel.postMessage({ token });
    }
  };
}

function askSibling() {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const done = (token) => {
      channel.close();
      resolve(token);
    };
    channel.onmessage = (event) => event.data.token && done(event.data.token);
    channel.postMessage({ ask: true });
    setTimeout(done, SIBLING_MILLIS, null);
  });
}

function fetchClusters() {
  const token = sessionStorage.getItem(KEY);
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  return fetch("/api/v1/clusters", { headers });
}

function say(text) {
  byId("message").textContent = text;
}

function showCall(path) {
  const header = byId("send-token").hidden ? "" : "-H 'Authorization: Bearer TOKEN' ";
  byId("call").textContent = `curl ${header}'${location.origin}${path}'`;
}

async function warnWithoutAuthentication() {
  const answer = await fetch("/readyz?verbose");
  const open = (await answer.json()).authentication === "none";
  byId("no-authentication").hidden = !open;
  byId("send-token").hidden = open;
}

function show(clusters) {
  const rows = clusters.map((cluster) => {
    const row = document.createElement("tr");
    const state = cluster.message ? `${cluster.state}: ${cluster.message}` : cluster.state;
    const counts = [cluster.nodeCount ?? "", cluster.edgeCount ?? ""];
    for (const text of [cluster.name, cluster.source, state, ...counts]) {
      row.append(Object.assign(document.createElement("td"), { textContent: text }));
    }
    return row;
  });
  byId("clusters").tBodies[0].replaceChildren(...rows);
  byId("clusters").hidden = false;
  const first = clusters.find((cluster) => cluster.default)?.name ?? "NAME";
  showCall(`/api/v1/clusters/${encodeURIComponent(first)}/topology`);
}

async function start() {
  await warnWithoutAuthentication();
  const answer = await fetchClusters();
  if (answer.status === 401) {
    const stale = sessionStorage.getItem(KEY);
    const token = stale ? null : await askSibling();
    if (token) {
      sessionStorage.setItem(KEY, token);
      return start();
    }
    sessionStorage.removeItem(KEY);
    say(stale ? "The server does not know this token." : "This tab has no token.");
    byId("ask").hidden = false;
    return;
  }
  byId("ask").hidden = true;
  const body = await answer.json();
  if (answer.status === 503) {
    say(body.detail);
    setTimeout(refresh, 1000);
    return;
  }
  if (!answer.ok) {
    say(body.detail);
    return;
  }
  say("");
  show(body.items);
  if (body.items.some((cluster) => cluster.state === "opening")) {
    setTimeout(refresh, 1000);
  }
}

function refresh() {
  start().catch(() => say("The server does not answer any more."));
}

showCall("/api/v1/clusters");
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(KEY, byId("token").value.trim());
  refresh();
});
addEventListener("hashchange", () => {
  takeTokenFromAddress();
  refresh();
});
takeTokenFromAddress();
answerSiblings();
refresh();
