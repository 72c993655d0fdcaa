## The page around an app

app-loading = Opening your app
app-loading-more = This takes a few seconds.
app-loading-long = Still working. The computer may be busy.
app-broken = This app could not start
app-broken-more = Nothing of yours is lost. Load the page again; if that does not help, restart your server or ask your trainer.
app-reload = Load again
app-script = Apps need JavaScript. Please allow it for this page.
app-skip = Skip to the content
app-simulated = simulated data

page-missing = There is no app at this address
page-missing-more = It may have been moved or renamed. The apps are in the folder ai-studio of your files.
page-failed = This page could not be shown
page-failed-more = Load it again; if that does not help, restart your server or ask your trainer.
page-back = Back to your files
