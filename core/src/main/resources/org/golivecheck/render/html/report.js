// All facts are in the page without this; it adds searches and buttons that copy.
(function () {
  "use strict";

  var said = document.createElement("p");
  said.className = "sr";
  said.setAttribute("role", "status");
  document.querySelector("main").append(said);

  function wordsIn(box) {
    return box.value.toLowerCase().split(/\s+/);
  }

  function setUpFind() {
    document.querySelectorAll(".find").forEach(function (box) {
      var found = Array.from(box.closest("section").querySelectorAll("article"), function (article) {
        return { article: article, text: article.textContent.toLowerCase() };
      });
      box.addEventListener("input", function () {
        var words = wordsIn(box);
        found.forEach(function (entry) {
          entry.article.hidden = !words.every(function (word) { return entry.text.includes(word); });
        });
      });
      box.closest(".controls").hidden = found.length < 2;
    });
  }

  function setUpSearch() {
    var controls = document.querySelector("#calls .controls");
    if (!controls) {
      return;
    }
    var search = document.getElementById("search");
    var kind = document.getElementById("kind");
    var found = document.getElementById("found");
    var rows = Array.from(document.querySelectorAll("#calls tbody tr"), function (row) {
      return { row: row, text: row.textContent.toLowerCase(), kinds: row.dataset.kind.split(" ") };
    });

    function filter() {
      var words = wordsIn(search);
      var count = 0;
      rows.forEach(function (entry) {
        var fits =
          (!kind.value || entry.kinds.includes(kind.value)) &&
          words.every(function (word) { return entry.text.includes(word); });
        entry.row.hidden = !fits;
        count += fits ? 1 : 0;
      });
      found.textContent = count + " of " + rows.length + " shown";
    }

    function showAll() {
      search.value = "";
      kind.value = "";
      filter();
    }

    search.addEventListener("input", filter);
    kind.addEventListener("change", filter);
    window.addEventListener("hashchange", function () {
      var target = document.querySelector("tr:target");
      if (target && target.hidden) {
        showAll();
        target.scrollIntoView();
      }
    });
    controls.hidden = false;
    filter();
  }

  function copy(text, button, what) {
    function done(fine) {
      var before = button.textContent;
      button.textContent = fine ? "Copied" : "Not copied";
      said.textContent = fine ? what + " copied" : "The browser does not allow to copy";
      setTimeout(function () {
        button.textContent = before;
        said.textContent = "";
      }, 1500);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(old(text)); });
    } else {
      done(old(text));
    }
  }

  function old(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "sr";
    document.body.append(area);
    area.select();
    var fine = document.execCommand("copy");
    area.remove();
    return fine;
  }

  function button(words, name) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-label", name);
    return made;
  }

  // The buttons of a table are made when a pointer or the focus comes near: a long one has thousands.
  function addTokenButtons(row) {
    row.querySelectorAll(".copy").forEach(function (code) {
      if (!code.dataset.button) {
        code.dataset.button = "made";
        var token = code.textContent;
        var made = button("Copy", "Copy " + token);
        made.addEventListener("click", function () { copy(token, made, "Trace token"); });
        code.after(made);
      }
    });
  }

  function setUpCopying() {
    document.querySelectorAll(".evidence").forEach(function (evidence) {
      var tokens = Array.from(evidence.querySelectorAll(".copy"), function (code) { return code.textContent; });
      if (tokens.length > 1) {
        var made = button("Copy all trace tokens", "Copy all trace tokens of this finding");
        made.addEventListener("click", function () { copy(tokens.join("\n"), made, tokens.length + " trace tokens"); });
        evidence.querySelector("caption").append(made);
      }
      evidence.addEventListener("toggle", function () { addTokenButtons(evidence); });
    });
    var calls = document.querySelectorAll("#calls tbody tr");
    if (calls.length <= 300) {
      calls.forEach(addTokenButtons);
    } else {
      ["focusin", "pointerover"].forEach(function (kind) {
        document.getElementById("calls").addEventListener(kind, function (event) {
          var row = event.target.closest("tbody tr");
          if (row) {
            addTokenButtons(row);
          }
        });
      });
    }
  }

  // What is folded on the screen is wanted on paper.
  function setUpPrinting() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = Array.from(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (details) { details.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (details) { details.open = false; });
    });
  }

  setUpFind();
  setUpSearch();
  setUpCopying();
  setUpPrinting();
})();
