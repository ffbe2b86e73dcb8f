process.stdout.write('Moot\n')
