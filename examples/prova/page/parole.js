// The words of the page itself. What the law comes to is said by the library.
"use strict";
const words = {
  it: {
    title: "Prova: protezione dei dati personali", slogan: "Regole italiane ed europee, calcolate in questa pagina", brand: "Protezione dei dati: provare le regole", skip: "Vai al contenuto",
    other: "English", desks: "Sportelli", regime: "Quale diritto vincola l'ente", place: "Festivi",
    regimes: { template: "Comune che ha adottato il regolamento tipo", public: "Altro ente pubblico italiano", italy: "Altro titolare in Italia", union: "Titolare in un altro Stato dell'Unione" },
    places: { italy: "Italia", rome: "Roma, con i patroni", bolzano: "Provincia di Bolzano", weekends: "Soltanto sabati e domeniche" },
    authority: r => r === "union" ? "l'autorità di controllo" : "il Garante", toAuthority: r => r === "union" ? "all'autorità di controllo" : "al Garante",
    desk: { rights: "Quando rispondo?", breach: "Devo notificare?", dpia: "Serve la DPIA?", notice: "Che cosa manca?" },
    head: { rights: "Entro quando si risponde a una richiesta", breach: "La violazione va notificata?", dpia: "Serve una valutazione d'impatto?", notice: "Che cosa manca all'informativa" },
    lead: { rights: "Una persona ha esercitato un diritto sui propri dati. Bastano il diritto e il giorno in cui la richiesta è arrivata.",
      breach: "Una domanda alla volta, fino alla risposta. Ciò che non si sa resta aperto: non è un motivo per aspettare.",
      dpia: "Una domanda alla volta sul trattamento, prima che inizi. Si pone solo ciò che può ancora cambiare la risposta.",
      notice: "Si incolla il testo, o si trascina un file (testo, Markdown, HTML, DOCX). La pagina mostra dove trova ogni elemento e quali non trova. Anche un'informativa come dati, in JSON, si controlla qui." },
    wait: "Si prepara…", working: "Si calcola…", failed: "La libreria non si è caricata: ", none: "nessuno",
    right: "Diritto esercitato", rights: { access: "accesso", rectification: "rettifica", erasure: "cancellazione", restriction: "limitazione", portability: "portabilità", objection: "opposizione", human_decision: "decisione di una persona (art. 22)", withdrawal: "revoca del consenso" },
    received: "Ricevuta il", on: "Oggi", more: "Che cosa è già accaduto", replied: "Risposta inviata il", refused: "Rifiuto inviato il", told: "Proroga comunicata il", ground: "Motivo della proroga", grounds: { complexity: "complessità", number: "numero delle richieste" },
    asked: "Chiarimenti o identità chiesti il", answered: "Risposta del richiedente il", cause: "Che cosa si è chiesto", causes: { identification: "chi è il richiedente", clarification: "che cosa chiede" }, prompt: "Chiesto senza ritardo", choose: "scegliere", yes: "Sì", no: "No", unknown: "Non so",
    needDay: "Indicare il giorno in cui la richiesta è arrivata.", answerBy: "Rispondere entro", lastDay: "Ultimo giorno utile", safeNote: "Il giorno indicato sopra è quello prudente: non conta su spostamenti discutibili.", rule: "Termine", due: "Ultimo giorno", safe: "Giorno prudente", law: "Norma",
    rows: { reply: "Risposta", notice: "Avviso di proroga", refusal: "Rifiuto motivato", extended: "Risposta, se prorogata", extendedNow: "Risposta, prorogata", municipal: "Risposta, per il regolamento", gdpr: "Risposta, per il RGPD" }, allTerms: "Tutti i termini", how: "Come si è contato", skipped: "Giorni non lavorativi saltati",
    noTerm: "Nessun termine in giorni: si provvede senza ritardo.", left: n => n === 1 ? "resta 1 giorno" : n >= 0 ? `restano ${n} giorni` : n === -1 ? "da 1 giorno" : `da ${-n} giorni`,
    states: { not_received: "non ancora arrivata", running: "il termine corre", extended: "prorogata", paused: "sospesa", overdue: "scaduta", answered: "evasa", answered_late: "evasa in ritardo", refused: "rifiutata", refused_late: "rifiutata in ritardo", closed: "chiusa" },
    state: "Stato", findings: "Che cosa non va", nothing: "Nulla da rilevare.", severity: { violation: "Violazione", warning: "Attenzione", advice: "Consiglio" },
    aware: "L'ente ne è venuto a conoscenza (ora italiana)", awareNote: "Quando un ufficio qualsiasi era ragionevolmente certo che dati personali fossero coinvolti.", now: "Adesso (ora italiana)", notifyBy: "Notificare entro", outer: "Al più tardi", late: "Il termine è scaduto: si notifica subito, con i motivi del ritardo.", hoursLeft: h => h === 1 ? "resta 1 ora" : `restano ${h} ore`, channel: "Si trasmette con",
    question: "Domanda", answers: "Risposte date", change: "Cambia", restart: "Ricomincia", allAsked: "Non vi sono altre domande.", why: "Perché", stillMissing: "Che cosa resta da accertare",
    notify: r => `Notificare ${words.it.toAuthority(r)}?`, notifyIs: { true: "Sì, va notificata.", false: "No, non va notificata.", null: "Non ancora determinabile: nel dubbio si notifica ciò che è noto, entro il termine." }, level: "Rischio", document: "Annotare nel registro delle violazioni", tell: "Informare gli interessati", manners: { open: "non ancora determinabile", not_needed: "non è dovuto", personally: "sì, ciascuno", publicly: "sì, con una comunicazione pubblica" },
    outcome: "Esito", tri: { true: "sì", false: "no", null: "non determinabile" },
    paste: "Testo dell'informativa", file: "oppure un file", scan: "Leggi il testo", sample: "Prova con un esempio", context: "Che cosa si sa del trattamento", contextNote: "Finché un fatto non è noto, ciò che ne dipende è un avviso e non una violazione.",
    ctx: { from_person: "Dati raccolti presso l'interessato", elsewhere: "Dati ottenuti da altri", consent: "Qualcosa si fonda sul consenso", contract: "Si fonda su un contratto", task: "Si fonda su un compito pubblico", interest: "Si fonda sul legittimo interesse", disclosed: "Dati comunicati ad altri", transferred: "Dati fuori dallo Spazio economico europeo", automated: "Decisioni soltanto automatizzate", ai: "Sistemi di intelligenza artificiale", minors: "Rivolta a minori", joint: "Contitolari", special: "Categorie particolari di dati", video: "Videosorveglianza", website: "Informativa di un sito", cookies: "Il sito usa cookie", mailing: "E-mail istituzionali agli iscritti" },
    found: "Che cosa il testo dice", evidence: "Il testo, con i passi trovati", show: "Mostra", foreign: "Il testo non risulta in italiano: le regole leggono soltanto l'italiano, e ciò che manca qui non prova nulla.", doubt: "La lettura è automatica: un elemento trovato va riletto, uno non trovato va cercato.", readable: "Leggibilità (Gulpease)", wordsCount: "parole", unreadable: "Questo tipo di file non si legge qui: incollare il testo.", empty: "Incollare prima un testo.", asData: "È un'informativa come dati: si controlla ciò che i suoi campi contengono.", lacks: n => n === 0 ? "Non manca nulla di ciò che si può leggere" : n === 1 ? "1 rilievo" : `${n} rilievi`, tooLong: "Il testo è troppo lungo per un collegamento: il collegamento non lo contiene.", blanks: "parti da riempire", repealed: "norma abrogata",
    link: "Copia il collegamento", copied: "Copiato. Il collegamento contiene i dati immessi dopo il #, che il browser non invia a nessun server.", print: "Stampa", linkIs: "Collegamento",
    foot: ["Nulla di ciò che si scrive lascia questa pagina.", d => `Diritto letto fino al ${d}.`, "Aiuta a decidere e non sostituisce il parere del responsabile della protezione dei dati."],
  },
  en: {
    title: "Try it: personal data protection", slogan: "Italian and European rules, computed in this page", brand: "Data protection: try the rules", skip: "Skip to content",
    other: "Italiano", desks: "Desks", regime: "Whose law binds the body", place: "Holidays",
    regimes: { template: "Comune that adopted the template regulation", public: "Other Italian public body", italy: "Other controller in Italy", union: "Controller in another Member State" },
    places: { italy: "Italy", rome: "Rome, with its patron saints", bolzano: "Province of Bolzano", weekends: "Saturdays and Sundays alone" },
    authority: r => r === "union" ? "the supervisory authority" : "the Garante", toAuthority: r => r === "union" ? "to the supervisory authority" : "to the Garante",
    desk: { rights: "When must I answer?", breach: "Must I notify?", dpia: "Do I need a DPIA?", notice: "What is missing?" },
    head: { rights: "By when a request is answered", breach: "Must this breach be notified?", dpia: "Is an impact assessment needed?", notice: "What the privacy notice lacks" },
    lead: { rights: "Someone has exercised a right over his or her data. The right and the day on which the request came are enough.",
      breach: "One question at a time, until there is an answer. What isn't known stays open: that is no leave to wait.",
      dpia: "One question at a time about the processing, before it begins. Only what can still change the answer is asked.",
      notice: "Paste the text, or drop a file (text, Markdown, HTML, DOCX). The page shows where it finds each element and which it doesn't find. It reads Italian notices. A notice as data, in JSON, is checked here too." },
    wait: "Getting ready…", working: "Working…", failed: "The library couldn't be loaded: ", none: "none",
    right: "Right exercised", rights: { access: "access", rectification: "rectification", erasure: "erasure", restriction: "restriction", portability: "portability", objection: "objection", human_decision: "decision by a person (art. 22)", withdrawal: "withdrawal of consent" },
    received: "Received on", on: "Today", more: "What has already happened", replied: "Reply sent on", refused: "Refusal sent on", told: "Extension notified on", ground: "Ground of the extension", grounds: { complexity: "complexity", number: "number of requests" },
    asked: "Identity or details asked for on", answered: "Requester's answer on", cause: "What was asked", causes: { identification: "who the requester is", clarification: "what is asked for" }, prompt: "Asked without delay", choose: "choose", yes: "Yes", no: "No", unknown: "Don't know",
    needDay: "Give the day on which the request came.", answerBy: "Answer by", lastDay: "Last lawful day", safeNote: "The day above is the prudent one: it doesn't rely on moves that can be disputed.", rule: "Term", due: "Last day", safe: "Prudent day", law: "Provision",
    rows: { reply: "Reply", notice: "Notice of extension", refusal: "Refusal with reasons", extended: "Reply, if extended", extendedNow: "Reply, extended", municipal: "Reply, by the regulation", gdpr: "Reply, by the GDPR" }, allTerms: "All terms", how: "How it was counted", skipped: "Days off that were skipped",
    noTerm: "No term in days: it is done without delay.", left: n => n === 1 ? "1 day left" : n >= 0 ? `${n} days left` : n === -1 ? "by 1 day" : `by ${-n} days`,
    states: { not_received: "not received yet", running: "the term is running", extended: "extended", paused: "paused", overdue: "overdue", answered: "answered", answered_late: "answered late", refused: "refused", refused_late: "refused late", closed: "closed" },
    state: "Status", findings: "What is wrong", nothing: "Nothing to note.", severity: { violation: "Violation", warning: "Warning", advice: "Advice" },
    aware: "The body became aware (Italian time)", awareNote: "When any of its offices was reasonably certain that personal data were involved.", now: "Now (Italian time)", notifyBy: "Notify by", outer: "At the latest", late: "The term is over: notify at once, with the reasons for the delay.", hoursLeft: h => h === 1 ? "1 hour left" : `${h} hours left`, channel: "Sent by",
    question: "Question", answers: "Answers given", change: "Change", restart: "Start again", allAsked: "There are no more questions.", why: "Why", stillMissing: "What is left to find out",
    notify: r => `Notify ${r === "union" ? "the supervisory authority" : "the Garante"}?`, notifyIs: { true: "Yes, it must be notified.", false: "No, it needn't be notified.", null: "Not determined yet: in doubt, notify what is known within the term." }, level: "Risk", document: "Write into the register of breaches", tell: "Tell the persons", manners: { open: "not determined yet", not_needed: "not owed", personally: "yes, each of them", publicly: "yes, by a public communication" },
    outcome: "Outcome", tri: { true: "yes", false: "no", null: "undetermined" },
    paste: "Text of the notice", file: "or a file", scan: "Read the text", sample: "Try an example", context: "What is known of the processing", contextNote: "While a fact is unknown, what hangs on it is a warning and not a violation.",
    ctx: { from_person: "Data collected from the person", elsewhere: "Data obtained from others", consent: "Some of it rests on consent", contract: "Rests on a contract", task: "Rests on a public task", interest: "Rests on legitimate interests", disclosed: "Data disclosed to others", transferred: "Data leave the European Economic Area", automated: "Decisions by machine alone", ai: "Artificial intelligence systems", minors: "Addressed to minors", joint: "Joint controllers", special: "Special categories of data", video: "Video surveillance", website: "Notice of a web site", cookies: "The site sets cookies", mailing: "Institutional e-mail to registered users" },
    found: "What the text says", evidence: "The text, with the passages found", show: "Show", foreign: "The text doesn't seem to be Italian: the rules read Italian alone, and what is missing here proves nothing.", doubt: "The reading is automatic: read again what is found, look for what isn't.", readable: "Legibility (Gulpease)", wordsCount: "words", unreadable: "This kind of file can't be read here: paste the text.", empty: "Paste a text first.", asData: "This is a notice as data: what is checked is what its fields hold.", lacks: n => n === 0 ? "Nothing is missing of what can be read" : n === 1 ? "1 finding" : `${n} findings`, tooLong: "The text is too long for a link: the link is without it.", blanks: "to be filled in", repealed: "repealed law",
    link: "Copy the link", copied: "Copied. The link holds what you entered after the #, which a browser sends to no server.", print: "Print", linkIs: "Link",
    foot: ["Nothing that you type leaves this page.", d => `Law as read up to ${d}.`, "It helps to decide and doesn't replace the advice of the data protection officer."],
  },
};
const sampleNotice = `Informativa sul trattamento dei dati personali: iscrizione all'asilo nido

Il Comune di Roccasilvana, titolare del trattamento, informa chi iscrive un bambino all'asilo nido comunale su come tratta i suoi dati, ai sensi dell'art. 13 del Regolamento (UE) 2016/679.

Titolare del trattamento: Comune di Roccasilvana, piazza del Castagno 4, 99999 Roccasilvana, telefono 0999 100200, e-mail privacy@comune.roccasilvana.example.

Il Comune ha nominato un Responsabile della protezione dei dati.

I dati sono trattati per le seguenti finalità: iscrivere i bambini e formare la graduatoria; calcolare e riscuotere le rette. La base giuridica è l'esecuzione di un compito di interesse pubblico (art. 6, par. 1, lett. e), del Regolamento).

I dati possono essere comunicati alla cooperativa che gestisce la mensa e al tesoriere comunale. Non sono trasferiti fuori dall'Unione europea.

L'interessato ha diritto di accedere ai propri dati e di ottenerne la rettifica e la cancellazione. Può presentare reclamo al Garante per la protezione dei dati personali.

I diritti sono quelli previsti dall'art. 7 del D.Lgs. 196/2003.`;
